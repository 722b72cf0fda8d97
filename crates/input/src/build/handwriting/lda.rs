//! Linear discriminant analysis: the few directions of the 512 in which characters differ most
//! compared with how much hands differ.

use super::matrix::{Rows, add, cholesky, dot, leading, solved};
use super::samples::{Class, floats, in_parts};
use crate::handwriting::features::FEATURES;

/// Parts of the sums; fixed, so that their order does not depend on the number of cores.
const PARTS: usize = 16;

/// Added to every variance, as a share of the mean one: directions that no made-up hand varies are
/// not perfectly steady in real ones.
const RIDGE: f32 = 0.02;

/// A projection after which hands spread by 1 in every direction.
#[derive(Debug)]
pub struct Projection {
    /// One row a dimension, strongest first.
    pub rows: Rows,
}

/// The mean of every class.
pub fn means(classes: &[Class]) -> Rows {
    in_parts(classes, |class| mean(class))
}

#[expect(clippy::cast_precision_loss, reason = "a few dozen samples")]
fn mean(class: &[u8]) -> Vec<f32> {
    let mut sum = vec![0.0; FEATURES];
    let (samples, _) = class.as_chunks::<FEATURES>();
    for sample in samples {
        add(&mut sum, 1.0, &floats(sample));
    }
    let count = samples.len().max(1) as f32;
    sum.iter().map(|s| s / count).collect()
}

/// Learns the projection.
pub fn learned(classes: &[Class], means: &[Vec<f32>], dimensions: usize) -> Projection {
    let pairs: Vec<(&Class, &Vec<f32>)> = classes.iter().zip(means).collect();
    let mut within = scatter(&pairs, |(class, mean)| {
        let (samples, _) = class.as_chunks::<FEATURES>();
        // A dozen hands of each class say enough about how hands differ.
        let some = samples.iter().take(14);
        some.map(|s| floats(s).iter().zip(mean.iter()).map(|(x, m)| x - m).collect()).collect()
    });
    let trace: f32 = within.iter().enumerate().filter_map(|(at, row)| row.get(at)).sum();
    let ridge = RIDGE * trace / 512.0;
    for (at, row) in within.iter_mut().enumerate() {
        if let Some(value) = row.get_mut(at) {
            *value += ridge;
        }
    }
    let lower = cholesky(&within);
    let middle = mean_of(means);
    let white: Rows = in_parts(means, |mean| {
        let off: Vec<f32> = mean.iter().zip(&middle).map(|(m, o)| m - o).collect();
        solved(&lower, &off)
    });
    let spread: Vec<&Vec<f32>> = white.iter().collect();
    let between = scatter(&spread, |row| vec![(*row).clone()]);
    let vectors = leading(&between, dimensions, 24);
    // Column j of the inverse factor, as a row.
    let columns: Rows = (0..FEATURES)
        .map(|at| {
            let mut unit = vec![0.0; FEATURES];
            if let Some(value) = unit.get_mut(at) {
                *value = 1.0;
            }
            solved(&lower, &unit)
        })
        .collect();
    let rows = in_parts(&vectors, |v| columns.iter().map(|column| dot(v, column)).collect());
    Projection { rows }
}

/// The mean of rows.
pub fn mean_of(rows: &[Vec<f32>]) -> Vec<f32> {
    let mut sum = vec![0.0; rows.first().map_or(0, Vec::len)];
    for row in rows {
        add(&mut sum, 1.0, row);
    }
    #[expect(clippy::cast_precision_loss, reason = "thousands of classes")]
    let count = rows.len().max(1) as f32;
    sum.iter().map(|s| s / count).collect()
}

/// The mean of `v·vᵀ` over the vectors that `of` makes of every item; lower half and upper half.
fn scatter<T: Sync>(items: &[T], of: impl Fn(&T) -> Rows + Sync) -> Rows {
    let parts: Vec<&[T]> = items.chunks(items.len().div_ceil(PARTS).max(1)).collect();
    let sums = in_parts(&parts, |part| {
        let mut sum = vec![vec![0.0_f32; FEATURES]; FEATURES];
        let mut count = 0.0_f32;
        for item in *part {
            let vectors = of(item);
            for four in vectors.chunks(4) {
                rank_four(&mut sum, four);
                count += four.iter().map(|_| 1.0).sum::<f32>();
            }
        }
        (sum, count)
    });
    let mut total = vec![vec![0.0_f32; FEATURES]; FEATURES];
    let mut count = 0.0;
    for (sum, n) in sums {
        total.iter_mut().zip(&sum).for_each(|(t, s)| add(t, 1.0, s));
        count += n;
    }
    let whole = 1.0 / count.max(1.0_f32);
    total.iter_mut().flatten().for_each(|value| *value *= whole);
    let flat: Vec<Vec<f32>> = total.clone();
    for (i, row) in total.iter_mut().enumerate() {
        for (j, value) in row.iter_mut().enumerate().skip(i + 1) {
            *value = flat.get(j).and_then(|r| r.get(i)).copied().unwrap_or_default();
        }
    }
    total
}

/// Adds up to four outer products at once; only the lower half.
fn rank_four(sum: &mut [Vec<f32>], four: &[Vec<f32>]) {
    let zero = vec![0.0; FEATURES];
    let mut get = four.iter().chain(std::iter::repeat(&zero));
    let (Some(a), Some(b), Some(c), Some(d)) = (get.next(), get.next(), get.next(), get.next())
    else {
        return;
    };
    let rows = sum.iter_mut().zip(a).zip(b).zip(c).zip(d);
    for (at, ((((row, x), y), z), w)) in rows.enumerate() {
        let parts = a.iter().zip(b).zip(c).zip(d);
        for (value, (((p, q), r), s)) in row.iter_mut().zip(parts).take(at + 1) {
            *value += x * p + y * q + z * r + w * s;
        }
    }
}
