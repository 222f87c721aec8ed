//! The content of a source in the worker: a file or pasted bytes, streamed once and had again at any place.

use js_sys::{ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, File, FileReaderSync, ReadableStreamByobReader, ReadableStreamGetReaderOptions,
    ReadableStreamReaderMode,
};

use crate::table::Source as Bytes;

/// How much of a source is asked for at a time.
const PIECE: u32 = 4 * 1024 * 1024;
/// How much of that is given at a time: what is copied, checked, cut and typed before the next comes stays in the memory
/// near to the processor.
const SLICE: u32 = 256 * 1024;

/// A file or bytes.
#[derive(Clone, Debug)]
pub(super) enum Content {
    File(File),
    Bytes(Uint8Array),
}

impl Bytes for Content {
    fn len(&self) -> u64 {
        match self {
            Self::File(file) => file.size() as u64,
            Self::Bytes(bytes) => u64::from(bytes.length()),
        }
    }

    /// At once, which only a worker may do.
    fn bytes(&self, from: u64, to: u64) -> Option<Vec<u8>> {
        match self {
            Self::File(file) => {
                let reader = FileReaderSync::new().ok()?;
                let buffer = reader.read_as_array_buffer(&part(file, from, to)?).ok()?;
                Some(Uint8Array::new(&buffer).to_vec())
            }
            Self::Bytes(bytes) => Some(bytes.subarray(from as u32, to as u32).to_vec()),
        }
    }
}

/// A source on its way, slice by slice. The next piece is asked for before the last one is worked on.
#[derive(Debug)]
pub(super) struct Stream {
    content: Content,
    /// How far the slices went.
    at: u64,
    size: u64,
    reader: Option<ReadableStreamByobReader>,
    /// The piece that is worked on, and how much of it was given.
    piece: Uint8Array,
    given: u32,
    /// Asked for already. (As a future, so that a refusal nobody waits for any more is no crash.)
    coming: Option<JsFuture>,
}

impl Stream {
    /// Begins at a place in the content.
    pub(super) fn new(content: Content, at: u64) -> Self {
        let size = Bytes::len(&content);
        let (piece, given) = match &content {
            Content::Bytes(bytes) => (bytes.clone(), at as u32),
            Content::File(_) => (Uint8Array::new_with_length(0), 0),
        };
        Self { reader: content.reader(at), content, at, size, piece, given, coming: None }
    }

    /// Where the next slice begins.
    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// The next slice and whether it is the last; `None` when the file was moved, changed or locked since it was
    /// picked.
    pub(super) async fn next(&mut self) -> Option<(Uint8Array, bool)> {
        if self.given >= self.piece.length() && self.at < self.size {
            self.turn().await?;
        }
        let to = self.piece.length().min(self.given.saturating_add(SLICE));
        let slice = self.piece.subarray(self.given, to);
        self.at += u64::from(slice.length());
        self.given = to;
        Some((slice, self.at >= self.size))
    }

    /// Goes on with the next piece.
    async fn turn(&mut self) -> Option<()> {
        let coming = match self.coming.take() {
            Some(coming) => coming,
            None => self.ask(self.at, None)?,
        };
        let piece = self.received(&coming.await.ok()?)?;
        let next = self.at + u64::from(piece.length());
        let used = std::mem::replace(&mut self.piece, piece);
        self.given = 0;
        if next < self.size {
            // Its memory serves again: new memory takes time each time.
            self.coming = self.ask(next, Some(used.buffer()).filter(|memory| memory.byte_length() == PIECE));
        }
        Some(())
    }

    fn ask(&self, from: u64, memory: Option<ArrayBuffer>) -> Option<JsFuture> {
        let Content::File(file) = &self.content else { return None };
        let promise: Promise = match &self.reader {
            Some(reader) => {
                let view = memory
                    .map_or_else(|| Uint8Array::new_with_length(PIECE), |memory| Uint8Array::new(&memory));
                reader.read_with_array_buffer_view(&view)
            }
            None => part(file, from, self.size.min(from + u64::from(PIECE)))?.array_buffer(),
        };
        Some(JsFuture::from(promise))
    }

    /// The bytes in an answer. A file that ends before its size says was changed.
    fn received(&self, answer: &JsValue) -> Option<Uint8Array> {
        let piece = match &self.reader {
            Some(_) => {
                Reflect::get(answer, &JsValue::from_str("value")).ok()?.dyn_into::<Uint8Array>().ok()?
            }
            None => Uint8Array::new(answer),
        };
        (piece.length() > 0).then_some(piece)
    }
}

impl Content {
    /// Reads into our own buffers; `None` where the browser cannot.
    fn reader(&self, at: u64) -> Option<ReadableStreamByobReader> {
        let Self::File(file) = self else { return None };
        let stream = part(file, at, file.size() as u64)?.stream();
        // Asking a stream of another kind for such a reader throws.
        let options = ReadableStreamGetReaderOptions::new();
        options.set_mode(ReadableStreamReaderMode::Byob);
        let get = Reflect::get(&stream, &JsValue::from_str("getReader")).ok()?;
        let get = get.dyn_into::<js_sys::Function>().ok()?;
        let options: &Object = options.as_ref();
        get.call1(&stream, options).ok()?.dyn_into::<ReadableStreamByobReader>().ok()
    }
}

fn part(file: &File, from: u64, to: u64) -> Option<Blob> {
    file.slice_with_f64_and_f64(from as f64, to as f64).ok()
}
