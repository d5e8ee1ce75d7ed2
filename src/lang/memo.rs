//! What was computed once, to be asked for again by its number.

use rustc_hash::FxHashMap;

/// Values by key, each with a number that it keeps until all are forgotten.
#[derive(Debug)]
pub struct Memo<V> {
    numbers: FxHashMap<u64, u32>,
    values: Vec<V>,
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Memo { numbers: FxHashMap::default(), values: Vec::new() }
    }
}

impl<V> Memo<V> {
    /// The number of what `key` stands for, made by `make` the first time.
    pub fn number(&mut self, key: u64, make: impl FnOnce() -> V) -> usize {
        let Memo { numbers, values } = self;
        let number = *numbers.entry(key).or_insert_with(|| {
            values.push(make());
            (values.len() - 1) as u32
        });
        number as usize
    }

    /// Forgets everything when more than `most` values are kept; numbers given before mean nothing from then on.
    pub fn forget_beyond(&mut self, most: usize) {
        if self.values.len() > most {
            self.numbers.clear();
            self.values.clear();
        }
    }
}

impl<V> std::ops::Index<usize> for Memo<V> {
    type Output = V;

    fn index(&self, number: usize) -> &V {
        &self.values[number]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_until_it_is_forgotten() {
        let mut memo = Memo::default();
        let mut made = 0;
        for key in [7, 8, 7, 8, 7] {
            let number = memo.number(key, || {
                made += 1;
                key * 2
            });
            assert_eq!(memo[number], key * 2);
        }
        memo.forget_beyond(2);
        assert_eq!(memo.number(8, || unreachable!()), 1);
        memo.forget_beyond(1);
        assert_eq!((made, memo.number(9, || 0)), (2, 0));
    }
}
