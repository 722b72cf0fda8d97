//! Line-density easing: how crowded an axis is decides how much room its stretches get.

/// Intervals of an axis on which crowding is measured.
const INTERVALS: u8 = 24;

/// Crowding of an empty stretch, as a share of the mean.
const FLOOR: f32 = 0.3;

/// 0 leaves the axis alone, 1 makes it even.
const EASING: f32 = 0.3;

/// One axis eased: crowded stretches are widened and empty ones narrowed, part of the way to evenness,
/// so that parts of other proportions than in print come to lie where they do in print (a
/// smoothed, blended form of line-density equalisation, after Yamada, Yamamoto and Saito).
#[derive(Debug)]
pub struct Ease {
    low: f32,
    width: f32,
    /// Where the ends of the intervals go, 0–1.
    ends: Vec<f32>,
}

impl Ease {
    /// From the pieces' ends on this axis and their extent across it.
    pub fn of(ink: impl Iterator<Item = (f32, f32, f32)> + Clone) -> Self {
        let (low, high) = ink.clone().fold((f32::MAX, f32::MIN), |(low, high), (a, b, _)| {
            (low.min(a).min(b), high.max(a).max(b))
        });
        let width = (high - low).max(1.0e-6);
        let mut crowd = vec![0.0_f32; usize::from(INTERVALS)];
        for (a, b, across) in ink {
            let place = (f32::midpoint(a, b) - low) / width * f32::from(INTERVALS) - 0.5;
            let place = place.clamp(0.0, f32::from(INTERVALS - 1));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
            let at = place as usize;
            let part = place.fract();
            for (at, share) in [(at, 1.0 - part), (at + 1, part)] {
                if let Some(value) = crowd.get_mut(at) {
                    *value += share * across;
                }
            }
        }
        let old = crowd.clone();
        let before = old.iter().take(1).chain(&old);
        let after = old.iter().skip(1).chain(old.last());
        for ((value, before), after) in crowd.iter_mut().zip(before).zip(after) {
            *value = (*value * 2.0 + before + after) / 4.0;
        }
        let floor = FLOOR * crowd.iter().sum::<f32>() / f32::from(INTERVALS) + 1.0e-9;
        let total: f32 = crowd.iter().map(|c| c + floor).sum();
        let mut sum = 0.0;
        let mut ends = vec![0.0];
        for (number, crowd) in (1..=INTERVALS).zip(&crowd) {
            sum += (crowd + floor) / total;
            let even = f32::from(number) / f32::from(INTERVALS);
            ends.push(even + EASING * (sum - even));
        }
        Self { low, width, ends }
    }

    /// Where a position goes.
    pub fn map(&self, position: f32) -> f32 {
        let place = ((position - self.low) / self.width).clamp(0.0, 1.0) * f32::from(INTERVALS);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let at = place as usize;
        let from = self.ends.get(at).copied().unwrap_or(1.0);
        let to = self.ends.get(at + 1).copied().unwrap_or(1.0);
        self.low + self.width * (from + (to - from) * place.fract())
    }
}
