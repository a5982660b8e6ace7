//! Closed lists of things that have words: one row a thing.

/// An enum from the table of its words: the columns first, then a row for each thing.
///
/// It has `ALL` in the order of the rows, a function for each column, and `from_id` where the first column is `id`. What
/// stands in `beside` is one of the things too, and not in `ALL`.
///
/// ```text
/// listed! {
///     /// How far a round is.
///     pub enum RoundState {
///         /// The word used in files.
///         id,
///     }
///     /// It took place.
///     Done => "done";
///     /// It did not take place.
///     Cancelled => "cancelled";
/// }
/// ```
macro_rules! listed {
    (@functions [$vis:vis] $name:ident [$at:expr]) => {};
    (@functions [$vis:vis] $name:ident [$at:expr] $(#[$about:meta])* $column:ident $($rest:tt)*) => {
        impl $name {
            $(#[$about])*
            $vis const fn $column(self) -> &'static str {
                self.row()[$at]
            }
        }
        listed!(@functions [$vis] $name [$at + 1] $($rest)*);
    };
    (@from_id [$vis:vis] $name:ident [id $($column:ident)*] $($variant:ident $word:literal)+) => {
        impl $name {
            /// The one this word names.
            $vis fn from_id(id: &str) -> Option<$name> {
                match id {
                    $($word => Some($name::$variant),)+
                    _ => None,
                }
            }
        }
    };
    (@from_id $($rest:tt)*) => {};
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident { $($(#[$about:meta])* $column:ident),+ $(,)? }
        $($(#[$doc:meta])* $variant:ident $(= $number:literal)? => $word:literal $(, $more:literal)*;)+
        $({ $($(#[$other_doc:meta])* $other:ident => $other_word:literal $(, $other_more:literal)*;)+ })?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $name {
            $($(#[$doc])* #[doc = concat!("`", $word, "`" $(, ", `", $more, "`")*)] $variant $(= $number)?,)+
            $($($(#[$other_doc])* #[doc = concat!("`", $other_word, "`")] $other,)+)?
        }

        impl $name {
            /// All of them, in their order.
            $vis const ALL: [$name; [$($name::$variant),+].len()] = [$($name::$variant),+];

            const fn row(self) -> [&'static str; [$(stringify!($column)),+].len()] {
                match self {
                    $($name::$variant => [$word $(, $more)*],)+
                    $($($name::$other => [$other_word $(, $other_more)*],)+)?
                }
            }
        }

        listed!(@functions [$vis] $name [0] $($(#[$about])* $column)+);
        listed!(@from_id [$vis] $name [$($column)+] $($variant $word)+ $($($other $other_word)+)?);
    };
}
