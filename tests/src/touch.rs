//! Fingers: taps, many taps, strokes. All by touch events of the browser's own input.

use anyhow::Result;
use futures_util::future::try_join_all;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::page::Page;

const TAP: &str = include_str!("js/tap.js");

/// How long a finger rests on a button, in seconds.
const REST: f64 = 0.05;
/// Between two samples of a moving finger, in seconds.
const SAMPLE: f64 = 0.008;
/// A finger that rests this long before it lifts throws nothing.
const DWELL: f64 = 0.2;

/// The middle of something that can be touched.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Target {
    /// CSS pixels of the viewport.
    pub x: f64,
    /// CSS pixels of the viewport.
    pub y: f64,
    /// CSS pixels.
    pub width: f64,
    /// CSS pixels.
    pub height: f64,
    /// The page's clock in seconds.
    now: f64,
}

/// How a stroke ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lift {
    /// The finger rests first.
    Calm,
    /// The finger lifts while it moves.
    Fast,
}

impl Page {
    /// Waits until `css` can be touched.
    pub async fn target(&self, css: &str) -> Result<Target> {
        // Without scripts no frame is announced, and nothing moves either.
        let args = json!([css, self.has_scripts()]);
        self.ready(&format!("{css} to touch"), TAP, args).await
    }

    /// Touches the middle of `css`.
    pub async fn tap(&self, css: &str) -> Result<()> {
        let Target { x, y, now, .. } = self.target(css).await?;
        let at = self.touch_time(now, REST);
        self.touch("touchStart", Some((x, y)), at).await?;
        self.touch("touchEnd", None, self.touch_time(now, REST)).await
    }

    /// Touches the middle of `css` many times, as fast as the line carries it, and does not look
    /// whether it is still there.
    pub async fn tap_many(&self, css: &str, times: usize) -> Result<()> {
        let Target { x, y, now, .. } = self.target(css).await?;
        let mut events = Vec::new();
        for _ in 0..times {
            events.push(self.touch("touchStart", Some((x, y)), self.touch_time(now, REST)));
            events.push(self.touch("touchEnd", None, self.touch_time(now, REST)));
        }
        // Sent in order; only the answers are awaited together.
        try_join_all(events).await?;
        Ok(())
    }

    /// Rests the finger on `css` for so many milliseconds.
    pub async fn rest_on(&self, css: &str, milliseconds: u32) -> Result<()> {
        let Target { x, y, now, .. } = self.target(css).await?;
        self.touch("touchStart", Some((x, y)), self.touch_time(now, REST)).await?;
        let rest = "(ms) => new Promise((done) => setTimeout(done, ms))";
        self.call::<Value>(rest, json!([milliseconds])).await?;
        self.touch("touchEnd", None, self.touch_time(now, REST)).await
    }

    /// Draws strokes on `css`; coordinates are parts of its width and height.
    pub async fn draw(&self, css: &str, strokes: &[Vec<(f64, f64)>], lift: Lift) -> Result<()> {
        let Target { x, y, width, height, now } = self.target(css).await?;
        let corner = (x - width / 2.0, y - height / 2.0);
        for stroke in strokes {
            let mut kind = "touchStart";
            let mut last = None;
            for (part_x, part_y) in stroke {
                let point = (corner.0 + part_x * width, corner.1 + part_y * height);
                self.touch(kind, Some(point), self.touch_time(now, SAMPLE)).await?;
                kind = "touchMove";
                last = Some(point);
            }
            if lift == Lift::Calm {
                self.touch("touchMove", last, self.touch_time(now, DWELL)).await?;
            }
            self.touch("touchEnd", None, self.touch_time(now, REST)).await?;
        }
        Ok(())
    }

    async fn touch(&self, kind: &str, point: Option<(f64, f64)>, seconds: f64) -> Result<()> {
        let finger = |(x, y): (f64, f64)| json!({"x": x, "y": y, "radiusX": 8, "radiusY": 8, "force": 0.5, "id": 1});
        let points: Vec<Value> = point.into_iter().map(finger).collect();
        let event = json!({"type": kind, "touchPoints": points, "timestamp": seconds});
        self.send("Input.dispatchTouchEvent", event).await?;
        Ok(())
    }
}

/// A signature: three strokes of a hand that knows its name.
pub fn signature() -> Vec<Vec<(f64, f64)>> {
    let curve = |from: (f64, f64), to: (f64, f64), bend: f64| {
        let step = move |index: u8| {
            let t = f64::from(index) / 15.0;
            let bow = bend * 4.0 * t * (1.0 - t);
            (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t + bow)
        };
        (0..16).map(step).collect::<Vec<_>>()
    };
    vec![
        curve((0.15, 0.3), (0.45, 0.28), 0.05),
        curve((0.3, 0.2), (0.28, 0.8), -0.05),
        curve((0.5, 0.7), (0.85, 0.35), 0.2),
    ]
}
