"""What two independent parsers read in the exported calendar: which events, when, in which zone."""

import datetime
import subprocess
import sys
import tempfile
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import vobject

NOW = "2026-11-21T09:00:00Z"
FILES = {
    "2026-11-01-acme.md": """---
company: "Acme, Söhne; North"
role: Site reliability engineer, the second of two
rounds:
  - {kind: onsite, at: 2026-11-30 10:00 Europe/Berlin, minutes: 240}
  - {kind: panel, at: 2026-10-26 09:30 Europe/Berlin}
  - {kind: panel, at: 2026-10-24 09:30 Europe/Berlin}
  - {kind: recruiter, at: 2026-10-20 16:00}
  - {kind: other, at: 2026-12-02}
  - {kind: other, at: 2026-12-03, state: cancelled}
---
""",
    "2026-11-02-northwind.md": """---
company: Northwind
rounds:
  - {kind: panel, at: 2026-11-05 10:00 Asia/Kolkata}
promised: {by: 2026-11-25}
---
""",
}


def at(zone, *parts):
    return datetime.datetime(*parts, tzinfo=ZoneInfo(zone))


# The home is in New York: a time without a zone is meant there. Berlin leaves summer time on 25 October 2026.
ACME = "Acme, Söhne; North"
EXPECTED = {
    "2026-11-01-acme-onsite-2026-11-30@greenroom": (f"{ACME}: onsite", at("Europe/Berlin", 2026, 11, 30, 10), at("Europe/Berlin", 2026, 11, 30, 14)),
    "2026-11-01-acme-panel-2026-10-26@greenroom": (f"{ACME}: panel", at("UTC", 2026, 10, 26, 8, 30), at("UTC", 2026, 10, 26, 9, 30)),
    "2026-11-01-acme-panel-2026-10-24@greenroom": (f"{ACME}: panel", at("UTC", 2026, 10, 24, 7, 30), at("UTC", 2026, 10, 24, 8, 30)),
    "2026-11-01-acme-recruiter-2026-10-20@greenroom": (f"{ACME}: recruiter call", at("America/New_York", 2026, 10, 20, 16), at("America/New_York", 2026, 10, 20, 17)),
    "2026-11-01-acme-other-2026-12-02@greenroom": (f"{ACME}: interview", datetime.date(2026, 12, 2), datetime.date(2026, 12, 3)),
    "2026-11-01-acme-other-2026-12-03@greenroom": (f"{ACME}: interview", datetime.date(2026, 12, 3), datetime.date(2026, 12, 4)),
    "2026-11-02-northwind-panel-2026-11-05@greenroom": ("Northwind: panel", at("Asia/Kolkata", 2026, 11, 5, 10), at("Asia/Kolkata", 2026, 11, 5, 11)),
    "2026-11-02-northwind-follow-up@greenroom": ("Northwind: ask when they decide, if you have heard nothing", datetime.date(2026, 11, 26), datetime.date(2026, 11, 27)),
}


def by_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    return {
        str(event["UID"]): (str(event["SUMMARY"]), event.decoded("DTSTART"), event.decoded("DTEND"))
        for event in calendar.walk("VEVENT")
    }


def by_vobject(text):
    calendar = vobject.readOne(text)
    return {
        event.uid.value: (event.summary.value, event.dtstart.value, event.dtend.value)
        for event in calendar.vevent_list
    }


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        interviews = Path(folder, "home", "interviews")
        interviews.mkdir(parents=True)
        for name, text in FILES.items():
            Path(interviews, name).write_text(text, encoding="utf-8")
        command = [program, "--home", str(interviews.parent), "--now", NOW, "export", "ics"]
        env = {"GREENROOM_STATE": str(Path(folder, "state")), "TZ": "America/New_York"}
        done = subprocess.run(command, env=env, check=True, capture_output=True)
        assert done.stderr == b"", done.stderr
    text = done.stdout.decode("utf-8")
    for parser in (by_icalendar, by_vobject):
        found = parser(text)
        assert found == EXPECTED, (parser.__name__, found)
        for uid, (_, begins, ends) in found.items():
            for moment in (begins, ends):
                aware = not isinstance(moment, datetime.datetime) or moment.utcoffset() is not None
                assert aware, (parser.__name__, uid, "a time without a zone")
        print(f"{parser.__name__}: {len(found)} events as expected")


main(sys.argv[1])
