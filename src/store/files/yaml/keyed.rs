//! What is read by keys, as a table.

/// A struct from the table of its keys: how each of them is read, and as what.
macro_rules! keyed {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$about:meta])* $key:ident: $read:ident -> $of:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Default)]
        $vis struct $name {
            $($(#[$about])* $vis $key: $of,)+
        }

        impl $name {
            /// All keys, in their order.
            $vis const KEYS: &[&'static str] = &[$(stringify!($key)),+];

            /// What fields say by these keys.
            $vis fn of(mut fields: $crate::store::files::yaml::Fields) -> $name {
                $name {
                    $($key: fields.$read(stringify!($key)),)+
                }
            }
        }
    };
}

pub(in crate::store) use keyed;
