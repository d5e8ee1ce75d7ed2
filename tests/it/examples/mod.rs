//! The annotated examples in each language's folder: every one is a promise.

mod dates;
