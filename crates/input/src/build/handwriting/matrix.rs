//! The little linear algebra that is needed, with rows as vectors.

/// Rows of a matrix.
pub type Rows = Vec<Vec<f32>>;

/// The scalar product; the shorter operand decides the length. Eight sums side by side, so that
/// the processor's wide registers can be used without changing the order of additions.
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let length = a.len().min(b.len());
    let (a, b) = (a.get(..length).unwrap_or_default(), b.get(..length).unwrap_or_default());
    let ((a8, a_rest), (b8, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let mut sums = [0.0_f32; 8];
    for (x, y) in a8.iter().zip(b8) {
        for ((sum, x), y) in sums.iter_mut().zip(x).zip(y) {
            *sum += x * y;
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(x, y)| x * y).sum();
    sums.iter().sum::<f32>() + rest
}

/// `to += by · of`.
pub fn add(to: &mut [f32], by: f32, of: &[f32]) {
    for (t, o) in to.iter_mut().zip(of) {
        *t += by * o;
    }
}

/// Every row times a vector.
pub fn times(rows: &[Vec<f32>], vector: &[f32]) -> Vec<f32> {
    rows.iter().map(|row| dot(row, vector)).collect()
}

/// The lower Cholesky factor of a symmetric positive matrix; row `i` has `i + 1` entries.
pub fn cholesky(matrix: &[Vec<f32>]) -> Rows {
    let mut lower: Rows = Vec::new();
    for of in matrix {
        let mut row: Vec<f32> = Vec::with_capacity(lower.len() + 1);
        for (entry, above) in of.iter().zip(&lower) {
            let rest = entry - dot(&row, above);
            row.push(rest / above.last().copied().unwrap_or(1.0));
        }
        let diagonal = of.get(lower.len()).copied().unwrap_or_default() - dot(&row, &row);
        row.push(diagonal.max(1.0e-9).sqrt());
        lower.push(row);
    }
    lower
}

/// Solves `lower · x = b`.
pub fn solved(lower: &[Vec<f32>], b: &[f32]) -> Vec<f32> {
    let mut x: Vec<f32> = Vec::with_capacity(b.len());
    for (row, value) in lower.iter().zip(b) {
        let next = (value - dot(row, &x)) / row.last().copied().unwrap_or(1.0);
        x.push(next);
    }
    x
}

/// The `count` leading eigenvectors of a symmetric matrix, strongest first (orthogonal iteration).
pub fn leading(matrix: &[Vec<f32>], count: usize, rounds: usize) -> Rows {
    let mut random = super::random::Random::new(1);
    let mut vectors: Rows =
        (0..count).map(|_| matrix.iter().map(|_| random.normal()).collect()).collect();
    for _ in 0..rounds {
        let turned: Rows = super::samples::in_parts(&vectors, |v| times(matrix, v));
        vectors.clear();
        for mut vector in turned {
            // Twice, because once leaves rounding errors that grow from round to round.
            for _ in 0..2 {
                for before in &vectors {
                    let share = dot(before, &vector);
                    add(&mut vector, -share, before);
                }
            }
            let norm = dot(&vector, &vector).sqrt().max(1.0e-12);
            for value in &mut vector {
                *value /= norm;
            }
            vectors.push(vector);
        }
    }
    vectors
}
