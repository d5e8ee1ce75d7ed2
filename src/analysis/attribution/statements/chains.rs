//! Which statement the outlets of a sentence carry: 'kata X kepada Sky News, seperti dikutip AFP' is one statement through two.

use crate::analysis::attribution::frames::{Frame, Order, Speaker};

/// Gives the outlets that only pass something on to the statement beside them; those that have none become one.
pub(crate) fn joined(mut frames: Vec<Frame>) -> Vec<Frame> {
    for index in 0..frames.len() {
        if !frames[index].is_passage {
            continue;
        }
        // 'According to Corriere, the law was drafted under Francis, who told aides that ...': what it tells is no clause about a name.
        let is_told = !frames[index].cue.is_empty();
        let is_clause = |frame: &Frame| is_told && matches!(frame.order, Order::Clause { .. });
        let is_statement = |frame: &Frame| !frame.is_passage && frame.order != Order::Phrase && !is_clause(frame);
        let leads = matches!(frames[index].order, Order::Lead(_)) || frames[index].cue.is_empty();
        let before = frames[..index].iter().rposition(is_statement);
        let behind = frames[index + 1..].iter().position(is_statement).map(|place| index + 1 + place);
        let target = if leads {
            before.filter(|_| !matches!(frames[index].order, Order::Lead(_))).or(behind).or(before)
        } else {
            before.or(behind)
        };
        if let Some(target) = target {
            give(&mut frames, index, target);
        }
    }
    merge_passages(&mut frames);
    frames
}

/// Moves the outlets, and a source that is cited, from one frame to another.
fn give(frames: &mut [Frame], from: usize, to: usize) {
    let via = std::mem::take(&mut frames[from].via);
    frames[to].via.extend(via);
    let cites = matches!(frames[from].speaker, Speaker::Words(_)) && frames[to].speaker == Speaker::Nobody;
    if cites {
        frames[to].speaker = std::mem::replace(&mut frames[from].speaker, Speaker::Nobody);
        frames[to].cue = frames[from].cue.clone();
    } else if matches!(frames[from].speaker, Speaker::Words(_)) {
        frames[from].speaker = Speaker::Nobody;
    }
}

/// Several passages of a sentence without any other statement are one chain.
fn merge_passages(frames: &mut [Frame]) {
    let Some(first) =
        frames.iter().position(|frame| frame.is_passage && (!frame.via.is_empty() || frame.speaker != Speaker::Nobody))
    else {
        return;
    };
    if frames.iter().any(|frame| !frame.is_passage && frame.order != Order::Phrase) {
        return;
    }
    // Whom somebody told or where it was shown says nothing by itself.
    if frames.iter().all(|frame| frame.cue.is_empty() || frame.order == Order::Phrase) {
        frames.iter_mut().filter(|frame| frame.is_passage).for_each(|frame| frame.via.clear());
        return;
    }
    for index in first + 1..frames.len() {
        if frames[index].is_passage {
            give(frames, index, first);
        }
    }
}
