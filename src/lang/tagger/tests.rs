use super::*;

fn key(at: u64) -> u64 {
    at.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn sample() -> Vec<u8> {
    let weights: Vec<(u64, [f64; 7])> =
        (0..50).map(|at| (key(at), [at as f64 / 8.0, 0.0, 0.0, -0.01, 0.0, 0.0001, 99.0])).collect();
    TaggerModel::write(&[[0.5; 7]; 7], &weights)
}

/// The bytes with a checksum that fits them, as no damage but only a forger leaves them.
fn forged(mut bytes: Vec<u8>) -> Vec<u8> {
    let sum = checksum(&bytes[HEAD..]);
    bytes[16..24].copy_from_slice(&sum.to_le_bytes());
    bytes
}

#[test]
fn what_is_written_is_read() {
    let model = TaggerModel::load(sample()).unwrap();
    assert_eq!(model.transitions()[3][4], 32768.0);
    let mut scores = Scores::default();
    model.add(key(8), &mut scores);
    model.add(0xdead_beef_dead_beef, &mut scores);
    // Weights become the nearest step; tiny ones are left out and huge ones are cut.
    for (tag, (score, expected)) in scores.into_iter().zip([1.0, 0.0, 0.0, -0.01, 0.0, 0.0, 9.84]).enumerate() {
        let found = f64::from(score) / SCALE;
        assert!((found - expected).abs() <= 0.03 * expected.abs(), "tag {tag}: {found} for {expected}");
    }
}

#[test]
fn a_model_may_hold_nothing() {
    let model = TaggerModel::load(TaggerModel::write(&[[0.0; 7]; 7], &[])).unwrap();
    let mut scores = Scores::default();
    (0..50).for_each(|at| model.add(key(at), &mut scores));
    assert_eq!(scores, Scores::default());
}

#[test]
fn damage_is_refused() {
    let good = sample();
    for len in 0..good.len() {
        assert!(TaggerModel::load(good[..len].to_vec()).is_err(), "{len} bytes");
    }
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 0x41;
        assert!(TaggerModel::load(bad).is_err(), "byte {at}");
    }
    let mut old = good;
    old[8] = 0;
    assert_eq!(TaggerModel::load(old).unwrap_err(), ModelError::Version(0));
}

#[test]
fn forged_bytes_are_wrong_and_no_more() {
    let good = sample();
    for at in 12..good.len() {
        for byte in [0, 0x7f, 0xff] {
            let mut bad = good.clone();
            bad[at] = byte;
            let Ok(model) = TaggerModel::load(forged(bad)) else { continue };
            let mut scores = Scores::default();
            (0..50).for_each(|at| model.add(key(at), &mut scores));
        }
    }
}
