//! Nearest prototypes in two steps: the strongest dimensions of all, then all dimensions of a few.

/// Dimensions that the first step looks at.
pub const COARSE: usize = 24;

/// Prototypes that the second step looks at.
const FEW: usize = 240;

/// Finer than a prototype's step by this factor: what a query is rounded to.
pub const FINER: i32 = 8;

/// Prototypes as small integers.
#[derive(Debug)]
pub struct Prototypes {
    /// The first [`COARSE`] dimensions, prototype by prototype.
    coarse: Vec<i16>,
    /// The other dimensions, prototype by prototype.
    fine: Vec<i16>,
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
        // Held as wide as the query: widening them for every query would cost more than memory.
        let part = |from: usize, to: usize| -> Vec<i16> {
            (0..count).flat_map(|p| (from..to).map(move |d| i16::from(at(p, d)))).collect()
        };
        let edge = COARSE.min(dimensions);
        let (coarse, fine) = (part(0, edge), part(edge, dimensions));
        let rest = dimensions - edge;
        let square = |row: &[i16]| row.iter().map(|v| i32::from(*v).pow(2)).sum::<i32>() * FINER;
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
        let mut list: Vec<(i32, u32)> = rows(&self.coarse, edge)
            .zip(&self.squares)
            .zip(0..)
            .map(|((row, square), at)| (square.0 - 2 * dot(row, first), at))
            .collect();
        if list.len() > FEW {
            list.select_nth_unstable(FEW);
            list.truncate(FEW);
        }
        let full = |(near, at): (i32, u32)| {
            let at = usize::try_from(at).unwrap_or(usize::MAX);
            let from = at.saturating_mul(self.rest);
            let row = self.fine.get(from..from.saturating_add(self.rest)).unwrap_or_default();
            let square = self.squares.get(at).map_or(0, |s| s.1);
            (at, near + square - 2 * dot(row, second))
        };
        list.into_iter().map(full).collect()
    }
}

fn rows(values: &[i16], of: usize) -> impl Iterator<Item = &[i16]> {
    values.chunks_exact(of.max(1))
}

/// At most 160 × 128 × 1,024: far inside 32 bits.
fn dot(a: &[i16], b: &[i16]) -> i32 {
    let ((a8, a_rest), (b8, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let by = |x: &i16, y: &i16| i32::from(*x) * i32::from(*y);
    // Written out, because what a kiosk downloads is built for size and keeps loops as they are.
    let eight = |([a, b, c, d, e, f, g, h], [p, q, r, s, t, u, v, w]): (&[i16; 8], &[i16; 8])| {
        by(a, p) + by(b, q) + by(c, r) + by(d, s) + by(e, t) + by(f, u) + by(g, v) + by(h, w)
    };
    let rest: i32 = a_rest.iter().zip(b_rest).map(|(x, y)| by(x, y)).sum();
    a8.iter().zip(b8).map(eight).sum::<i32>() + rest
}
