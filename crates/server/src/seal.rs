//! Sealing at rest: every matter has a data key of its own, wrapped by the key-encryption key that
//! lies outside the database. Suite 1 is XChaCha20-Poly1305.
//!
//! What is sealed is bound to its place (table, row, column), so that ciphertexts cannot be moved.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::random;

/// The byte in front of everything sealed; another suite gets another number.
const SUITE: u8 = 1;
/// Version of the layout below, bound into every seal.
const VERSION: u8 = 1;
const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;

/// A secret key. Has no `Debug` and is wiped when dropped.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; 32]>);

/// Why something cannot be sealed or opened.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The operating system gave no random bytes.
    #[error("no random bytes: {0}")]
    Random(#[from] getrandom::Error),
    /// Another key, another place, or bytes that were changed.
    #[error("does not open: wrong key or changed bytes")]
    Forged,
}

/// Where a sealed value rests.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// Table.
    pub table: &'a str,
    /// Row, by an id that never changes.
    pub row: &'a [u8],
    /// Column, with the sequence number where a row has several.
    pub column: &'a str,
}

impl Place<'_> {
    fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.table.len() + self.row.len() + self.column.len() + 8);
        for part in [self.table.as_bytes(), self.row, self.column.as_bytes()] {
            // Lengths in front: no two places share their bytes.
            out.extend(u16::try_from(part.len()).unwrap_or(u16::MAX).to_be_bytes());
            out.extend(part);
        }
        out.extend([SUITE, VERSION]);
        out
    }
}

impl Key {
    /// The key of these bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// A fresh random key.
    pub fn random() -> Result<Self, getrandom::Error> {
        Ok(Self::new(random::bytes()?))
    }

    /// The bytes, for the key file.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// HMAC-SHA-256 of `parts`, one after the other.
    pub fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        // A key of any length is taken; the fallback is never reached.
        let Ok(mut mac) = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(self.0.as_slice()) else {
            return [0; 32];
        };
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// Seals `plain` for `place`.
    pub fn seal(&self, place: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let nonce: [u8; NONCE_BYTES] = random::bytes()?;
        let sealed = self.encrypt(&nonce, plain, &place.bytes())?;
        let mut out = Vec::with_capacity(1 + NONCE_BYTES + sealed.len());
        out.push(SUITE);
        out.extend(nonce);
        out.extend(sealed);
        Ok(out)
    }

    /// Opens what [`Self::seal`] sealed for the same place.
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (suite, rest) = sealed.split_first().ok_or(SealError::Forged)?;
        let (nonce, body) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(SealError::Forged)?;
        if *suite != SUITE {
            return Err(SealError::Forged);
        }
        self.decrypt(nonce, body, &place.bytes())
    }

    /// Wraps a data key.
    pub fn wrap(&self, place: Place<'_>, key: &Self) -> Result<Vec<u8>, SealError> {
        self.seal(place, key.0.as_slice())
    }

    /// Unwraps a data key.
    pub fn unwrap(&self, place: Place<'_>, wrapped: &[u8]) -> Result<Self, SealError> {
        let plain = Zeroizing::new(self.open(place, wrapped)?);
        let bytes: [u8; 32] = plain.as_slice().try_into().map_err(|_| SealError::Forged)?;
        Ok(Self::new(bytes))
    }

    /// Seals a file in chunks (the STREAM construction), so that no chunk can be dropped, moved or
    /// cut off unseen.
    pub fn seal_file(&self, place: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let prefix: [u8; PREFIX_BYTES] = random::bytes()?;
        let place = place.bytes();
        let count = plain.len() / CHUNK_BYTES + 1;
        let mut out = Vec::with_capacity(1 + PREFIX_BYTES + plain.len() + count * TAG_BYTES);
        out.push(SUITE);
        out.extend(prefix);
        let mut rest = plain;
        let mut index = 0;
        loop {
            let (chunk, after) = rest.split_at(rest.len().min(CHUNK_BYTES));
            let is_last = after.is_empty();
            out.extend(self.encrypt(&chunk_nonce(&prefix, index, is_last), chunk, &place)?);
            if is_last {
                return Ok(out);
            }
            rest = after;
            index += 1;
        }
    }

    /// Opens what [`Self::seal_file`] sealed for the same place.
    pub fn open_file(&self, place: Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (suite, rest) = sealed.split_first().ok_or(SealError::Forged)?;
        let (prefix, mut rest) =
            rest.split_first_chunk::<PREFIX_BYTES>().ok_or(SealError::Forged)?;
        if *suite != SUITE {
            return Err(SealError::Forged);
        }
        let place = place.bytes();
        let mut out = Vec::with_capacity(rest.len());
        let mut index = 0;
        loop {
            let (chunk, after) = rest.split_at(rest.len().min(CHUNK_BYTES + TAG_BYTES));
            let is_last = after.is_empty();
            out.extend(self.decrypt(&chunk_nonce(prefix, index, is_last), chunk, &place)?);
            if is_last {
                return Ok(out);
            }
            rest = after;
            index += 1;
        }
    }

    fn encrypt(&self, nonce: &[u8; 24], msg: &[u8], aad: &[u8]) -> Result<Vec<u8>, SealError> {
        let cipher = XChaCha20Poly1305::new((&*self.0).into());
        cipher.encrypt(nonce.into(), Payload { msg, aad }).map_err(|_| SealError::Forged)
    }

    fn decrypt(&self, nonce: &[u8; 24], msg: &[u8], aad: &[u8]) -> Result<Vec<u8>, SealError> {
        let cipher = XChaCha20Poly1305::new((&*self.0).into());
        cipher.decrypt(nonce.into(), Payload { msg, aad }).map_err(|_| SealError::Forged)
    }
}

const CHUNK_BYTES: usize = 64 * 1024;
const PREFIX_BYTES: usize = 19;

fn chunk_nonce(prefix: &[u8; PREFIX_BYTES], index: u32, is_last: bool) -> [u8; NONCE_BYTES] {
    let mut nonce = [0; NONCE_BYTES];
    let tail = index.to_be_bytes().into_iter().chain([u8::from(is_last)]);
    for (to, from) in nonce.iter_mut().zip(prefix.iter().copied().chain(tail)) {
        *to = from;
    }
    nonce
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Place<'_> = Place { table: "matter", row: b"one", column: "head" };

    #[test]
    fn opens_only_in_its_place_with_its_key_and_whole() {
        let key = Key::new([7; 32]);
        let sealed = key.seal(HERE, "反映".as_bytes()).unwrap();
        assert_eq!(key.open(HERE, &sealed).unwrap(), "反映".as_bytes());
        assert!(key.open(Place { row: b"two", ..HERE }, &sealed).is_err());
        assert!(key.open(Place { column: "body", ..HERE }, &sealed).is_err());
        assert!(Key::new([8; 32]).open(HERE, &sealed).is_err());
        for at in 0..sealed.len() {
            let mut bad = sealed.clone();
            bad[at] ^= 1;
            assert!(key.open(HERE, &bad).is_err(), "byte {at}");
            assert!(key.open(HERE, &sealed[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn files_of_every_border_size_come_back_and_cannot_be_cut() {
        let key = Key::new([7; 32]);
        let sizes = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 200_000];
        for size in sizes {
            let plain: Vec<u8> = (0..size).map(|i| u8::try_from(i % 251).unwrap()).collect();
            let sealed = key.seal_file(HERE, &plain).unwrap();
            assert_eq!(key.open_file(HERE, &sealed).unwrap(), plain, "{size}");
            let cut = 1 + PREFIX_BYTES + CHUNK_BYTES + TAG_BYTES;
            if sealed.len() > cut {
                assert!(key.open_file(HERE, &sealed[..cut]).is_err(), "{size} cut at a chunk");
            }
        }
    }
}
