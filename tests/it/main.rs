//! Tests of the program from outside, one binary for all.

mod screen;
