//! Nearest prototypes in two steps: the strongest dimensions of all, then all dimensions of a few.

/// Dimensions that the first step looks at.
pub const COARSE: usize = 32;

/// Prototypes that the second step looks at.
const FEW: usize = 300;

/// Finer than a prototype's step by this factor: what a query is rounded to.
pub const FINER: i32 = 8;

/// Prototypes as small integers.
#[derive(Debug)]
pub struct Prototypes {
    /// The first [`COARSE`] dimensions, prototype by prototype.
    coarse: Vec<i8>,
    /// The other dimensions, prototype by prototype.
    fine: Vec<i8>,
    /// Other dimensions of one prototype.
    rest: usize,
    /// The square of each in both parts, times [`FINER`].
    squares: Vec<(i32, i32)>,
}

impl Prototypes {
    /// From columns: all prototypes' first dimension, then their second, and so on.
    pub fn new(columns: &[u8], count: usize, dimensions: usize) -> Self {
        let at = |prototype: usize, dimension: usize| {
            columns.get(dimension * count + prototype).map_or(0, |byte| byte.cast_signed())
        };
        let part = |from: usize, to: usize| -> Vec<i8> {
            (0..count).flat_map(|p| (from..to).map(move |d| at(p, d))).collect()
        };
        let edge = COARSE.min(dimensions);
        let (coarse, fine) = (part(0, edge), part(edge, dimensions));
        let rest = dimensions - edge;
        let square = |row: &[i8]| row.iter().map(|v| i32::from(*v).pow(2)).sum::<i32>() * FINER;
        let squares = rows(&coarse, edge)
            .zip(rows(&fine, rest).chain(std::iter::repeat(&[][..])))
            .map(|(a, b)| (square(a), square(b)))
            .collect();
        Self { coarse, fine, rest, squares }
    }

    /// The nearest prototypes and their squared distances less that of the query to the origin,
    /// times [`FINER`]; in no order.
    pub fn nearest(&self, query: &[i16]) -> Vec<(usize, i32)> {
        let edge = COARSE.min(query.len());
        let (first, second) = query.split_at(edge);
        let mut list: Vec<(i32, usize)> = rows(&self.coarse, edge)
            .zip(&self.squares)
            .enumerate()
            .map(|(at, (row, square))| (square.0 - 2 * dot(row, first), at))
            .collect();
        if list.len() > FEW {
            list.select_nth_unstable(FEW);
            list.truncate(FEW);
        }
        let full = |(near, at): (i32, usize)| {
            let from = at * self.rest;
            let row = self.fine.get(from..from + self.rest).unwrap_or_default();
            let square = self.squares.get(at).map_or(0, |s| s.1);
            (at, near + square - 2 * dot(row, second))
        };
        list.into_iter().map(full).collect()
    }
}

fn rows(values: &[i8], of: usize) -> impl Iterator<Item = &[i8]> {
    values.chunks_exact(of.max(1))
}

/// At most 160 × 128 × 1,024: far inside 32 bits.
fn dot(a: &[i8], b: &[i16]) -> i32 {
    a.iter().zip(b).map(|(x, y)| i32::from(*x) * i32::from(*y)).sum()
}
