//! Content encodings: what came compressed, as it was.
//!
//! Every encoding is a reader; one limit stands over the last of them, so that a small answer that would become a huge one is
//! cut off while it grows.

use std::io::Read;

use flate2::read::{MultiGzDecoder, ZlibDecoder};

use super::Reason;

/// What can be undone, as a host is told.
pub(super) const ACCEPTED: &str = "gzip, deflate, br, zstd";

/// More than one is never needed, but allowed.
const MOST_ENCODINGS: usize = 3;

/// `bytes` without the `encodings` of the header `Content-Encoding`.
///
/// # Errors
///
/// Where an encoding is unknown, the bytes do not fit it, or they would become more than `limit_bytes`.
pub(super) fn decode(bytes: Vec<u8>, encodings: &str, limit_bytes: u64) -> Result<Vec<u8>, Reason> {
    let named = encodings.split(',').map(|name| name.trim().to_ascii_lowercase());
    let layers: Vec<String> = named.filter(|name| !name.is_empty() && name != "identity").collect();
    let damaged = || Reason::Damaged { encoding: encodings.trim().to_owned() };
    if bytes.is_empty() || layers.is_empty() {
        return Ok(bytes);
    }
    if layers.len() > MOST_ENCODINGS {
        return Err(damaged());
    }
    let mut reader: Box<dyn Read + '_> = Box::new(bytes.as_slice());
    // The last that is named was applied last.
    for layer in layers.iter().rev() {
        reader = layer_over(reader, layer).ok_or_else(damaged)?;
    }
    let mut decoded = Vec::new();
    reader.take(limit_bytes + 1).read_to_end(&mut decoded).map_err(|_| damaged())?;
    if decoded.len() as u64 > limit_bytes {
        return Err(Reason::TooLarge { limit_bytes });
    }
    Ok(decoded)
}

fn layer_over<'a>(inner: Box<dyn Read + 'a>, encoding: &str) -> Option<Box<dyn Read + 'a>> {
    Some(match encoding {
        "gzip" | "x-gzip" => Box::new(MultiGzDecoder::new(inner)),
        "deflate" => Box::new(ZlibDecoder::new(inner)),
        "br" => Box::new(brotli_decompressor::Decompressor::new(inner, 16 * 1024)),
        "zstd" => Box::new(ruzstd::decoding::StreamingDecoder::new(inner).ok()?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::{GzEncoder, ZlibEncoder};

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn layers_are_taken_off_in_turn_up_to_the_limit() {
        let text = b"Banjir di Demak. ".repeat(50);
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
        zlib.write_all(&text).unwrap();
        let zstd = ruzstd::encoding::compress_to_vec(text.as_slice(), ruzstd::encoding::CompressionLevel::Fastest);
        let cases: &[(Vec<u8>, &str)] = &[
            (text.clone(), ""),
            (text.clone(), "identity"),
            (gzip(&text), "gzip"),
            (gzip(&text), " X-GZIP "),
            (zlib.finish().unwrap(), "deflate"),
            (zstd, "zstd"),
            (gzip(&gzip(&text)), "gzip, gzip"),
        ];
        for (bytes, encodings) in cases {
            assert_eq!(decode(bytes.clone(), encodings, 10_000).unwrap(), text, "{encodings}");
        }
        let exact = text.len() as u64;
        assert!(decode(gzip(&text), "gzip", exact).is_ok());
        assert!(matches!(decode(gzip(&text), "gzip", exact - 1), Err(Reason::TooLarge { .. })));
    }

    #[test]
    fn what_does_not_fit_its_encoding_is_damaged() {
        let cut = gzip(b"Banjir di Demak.")[..12].to_vec();
        for (bytes, encodings) in [
            (cut, "gzip"),
            (b"plain".to_vec(), "br"),
            (b"plain".to_vec(), "zstd"),
            (b"plain".to_vec(), "compress"),
            (b"plain".to_vec(), "gzip,gzip,gzip,gzip"),
        ] {
            assert!(matches!(decode(bytes, encodings, 100), Err(Reason::Damaged { .. })), "{encodings}");
        }
    }
}
