//! Turns the shipped banks into JSON, which is read several times faster at start than the YAML people write. The other
//! wordings of the questions are a text of their own, which is not read at start at all.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

type Error = Box<dyn std::error::Error>;

fn main() -> Result<(), Error> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let mut banks = read(Path::new("questions"))?;
    fs::write(out.join("also.txt"), taken_out(&mut banks).join("\x0c"))?;
    fs::write(out.join("banks.json"), serde_json::to_string(&banks)?)?;
    let lenses = read(Path::new("questions/lenses"))?;
    fs::write(out.join("lenses.json"), serde_json::to_string(&lenses)?)?;
    Ok(())
}

/// All YAML files of a folder, in the order of their names.
fn read(folder: &Path) -> Result<Vec<Value>, Error> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(&path)?;
        files.push(serde_yaml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?);
    }
    Ok(files)
}

/// Takes the other wordings out of the questions: a page for each question, a line for each wording.
fn taken_out(banks: &mut [Value]) -> Vec<String> {
    let lists = banks
        .iter_mut()
        .filter_map(|bank| bank.get_mut("questions")?.as_array_mut());
    let questions = lists.flatten().filter_map(Value::as_object_mut);
    questions
        .map(|question| {
            let also = question.remove("also");
            let wordings = also.iter().filter_map(Value::as_array).flatten();
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let lines: Vec<String> = wordings.filter_map(Value::as_str).map(words).collect();
            lines.join("\n")
        })
        .collect()
}
