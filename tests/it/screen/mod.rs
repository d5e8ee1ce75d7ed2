//! The screen: a fixture and keys, and what is painted then. Effects are answered at once; there is no clock.

mod annotated;
mod correcting;
mod dating;
mod fixtures;
mod linking;
mod moving;
mod properties;
mod session;
mod shelf;
mod snapshots;
mod speaking;
mod telling;
mod working;
