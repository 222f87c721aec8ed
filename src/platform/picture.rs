//! Pictures made of points: an SVG as a PNG file, and thousands of points as one image. All within the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::download;

/// Points of the file for each pixel of the picture.
const SHARPNESS: u32 = 2;

/// Turns an SVG into a PNG and offers it as a download with this name; nothing when the browser cannot.
pub fn save_as_png(name: &str, svg: &[u8]) {
    let _ = begin(name.to_owned(), svg);
}

fn begin(name: String, svg: &[u8]) -> Option<()> {
    let address = Url::create_object_url_with_blob(&download::blob("image/svg+xml", svg)?).ok()?;
    let image = HtmlImageElement::new().ok()?;
    let source = address.clone();
    let loaded = image.clone();
    let draw = Closure::once_into_js(move || {
        let (width, height) = (loaded.natural_width() * SHARPNESS, loaded.natural_height() * SHARPNESS);
        let drawn = canvas(width, height).and_then(|(canvas, context)| {
            context
                .draw_image_with_html_image_element_and_dw_and_dh(
                    &loaded,
                    0.0,
                    0.0,
                    f64::from(width),
                    f64::from(height),
                )
                .ok()?;
            Some(canvas)
        });
        // The picture is on the canvas: its address is not needed any more.
        let _ = Url::revoke_object_url(&address);
        let save = Closure::once_into_js(move |blob: Option<Blob>| {
            let _ = blob.and_then(|blob| download::offer_blob(&name, &blob));
        });
        let _ = drawn.map(|canvas| canvas.to_blob(save.unchecked_ref()));
    });
    image.set_onload(Some(draw.unchecked_ref()));
    image.set_src(&source);
    Some(())
}

/// White squares on nothing, as the address of an image: a mask, so that its colour is up to the style sheet.
pub fn dots(width: f32, height: f32, squares: impl Iterator<Item = (f32, f32)>, side: f32) -> Option<String> {
    let (canvas, context) = canvas(width.ceil() as u32, height.ceil() as u32)?;
    context.set_fill_style_str("#fff");
    for (x, y) in squares {
        context.fill_rect(f64::from(x), f64::from(y), f64::from(side), f64::from(side));
    }
    canvas.to_data_url().ok()
}

fn canvas(width: u32, height: u32) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let canvas: HtmlCanvasElement = super::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    Some((canvas, context))
}
