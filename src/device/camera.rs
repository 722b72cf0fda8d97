//! The camera: a stream, a picture, turning and trimming it.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, MediaStream,
    MediaStreamConstraints, MediaStreamTrack,
};

use super::dom::document;

/// Quality of the JPEG: text on paper stays readable, the file stays small.
const JPEG_QUALITY: f64 = 0.88;

/// A running camera; stops when dropped.
pub struct Camera(MediaStream);

impl Camera {
    /// Asks for the camera and shows it in `video`. `None` where it is refused or absent.
    pub async fn open(video: &HtmlVideoElement) -> Option<Self> {
        let devices = web_sys::window()?.navigator().media_devices().ok()?;
        let wish = js_sys::Object::new();
        for (name, ideal) in [("width", 2560), ("height", 1920)] {
            let ideal_value = js_sys::Object::new();
            js_sys::Reflect::set(&ideal_value, &"ideal".into(), &ideal.into()).ok()?;
            js_sys::Reflect::set(&wish, &name.into(), &ideal_value).ok()?;
        }
        let constraints = MediaStreamConstraints::new();
        constraints.set_video(&wish);
        let asked = devices.get_user_media_with_constraints(&constraints).ok()?;
        let stream: MediaStream = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
        let camera = Self(stream);
        video.set_src_object(Some(&camera.0));
        JsFuture::from(video.play().ok()?).await.ok()?;
        Some(camera)
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.0.get_tracks().iter() {
            if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
                track.stop();
            }
        }
    }
}

/// Parts of the picture taken off its four sides, in steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trim {
    /// Top.
    pub top: u32,
    /// Right.
    pub right: u32,
    /// Bottom.
    pub bottom: u32,
    /// Left.
    pub left: u32,
}

/// One step takes a twentieth off; nine steps at most, so that a tenth is always left.
const TRIM_STEPS: u32 = 20;
/// Most steps from one side.
pub const MAX_TRIM: u32 = 9;

/// A picture that was taken.
#[derive(Clone)]
pub struct Shot(HtmlCanvasElement);

impl Shot {
    /// The picture that `video` shows now.
    pub fn take(video: &HtmlVideoElement) -> Option<Self> {
        let (canvas, context) = canvas(video.video_width(), video.video_height())?;
        context.draw_image_with_html_video_element(video, 0.0, 0.0).ok()?;
        Some(Self(canvas))
    }

    /// The picture turned by `quarters` clockwise and trimmed as then seen, on a new canvas.
    pub fn arranged(&self, quarters: u32, trim: Trim) -> Option<HtmlCanvasElement> {
        let (width, height) = (self.0.width(), self.0.height());
        let (turned_width, turned_height) =
            if quarters.is_multiple_of(2) { (width, height) } else { (height, width) };
        let part = |side: u32, steps: u32| side * steps / TRIM_STEPS;
        let (left, top) = (part(turned_width, trim.left), part(turned_height, trim.top));
        let (right, bottom) = (part(turned_width, trim.right), part(turned_height, trim.bottom));
        let (canvas, context) = canvas(turned_width - left - right, turned_height - top - bottom)?;
        context.translate(-f64::from(left), -f64::from(top)).ok()?;
        context.translate(f64::from(turned_width) / 2.0, f64::from(turned_height) / 2.0).ok()?;
        context.rotate(f64::from(quarters % 4) * core::f64::consts::FRAC_PI_2).ok()?;
        context
            .draw_image_with_html_canvas_element(
                &self.0,
                -f64::from(width) / 2.0,
                -f64::from(height) / 2.0,
            )
            .ok()?;
        Some(canvas)
    }
}

/// The canvas as a JPEG.
pub async fn jpeg(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let canvas = canvas.clone();
    let made = js_sys::Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            resolve.call1(&JsValue::NULL, &blob).ok();
        });
        canvas
            .to_blob_with_type_and_encoder_options(
                done.unchecked_ref(),
                "image/jpeg",
                &JPEG_QUALITY.into(),
            )
            .ok();
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

fn canvas(width: u32, height: u32) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    if width == 0 || height == 0 {
        return None;
    }
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    Some((canvas, context))
}
