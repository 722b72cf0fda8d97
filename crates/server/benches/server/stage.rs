//! A server in this process, beside a handler that does nothing.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::routing::get;
use petition_server::app::{App, Places};
use petition_server::clock::Clock;
use petition_server::{config, serve, web};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::fill;

/// A folder that goes at the end.
pub struct Scratch(pub PathBuf);

impl Scratch {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        // Beside the other build products: a temporary folder may lie in memory, and memory
        // never has to wait for a disk.
        let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("bench-server-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        Self(dir)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

pub struct Stage {
    pub app: Arc<App>,
    pub address: SocketAddr,
    pub empty: SocketAddr,
    runtime: Option<Runtime>,
    scratch: Scratch,
}

/// The demonstration hall, in which no rate is limited.
pub fn hall() -> config::Config {
    config::parse(include_str!("../../demo/hall.toml"), Path::new("hall.toml"), |_| None).unwrap()
}

impl Stage {
    pub fn open(scratch: Scratch) -> Self {
        let places = Places {
            data: scratch.0.join("data"),
            dist: scratch.0.join("dist"),
            content: scratch.0.join("content"),
            hall: None,
        };
        let app = App::open(hall(), places, Clock::system(), true).unwrap();
        let runtime = Runtime::new().unwrap();
        let bind = || runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let (listener, bare) = (bind(), bind());
        let (address, empty) = (listener.local_addr().unwrap(), bare.local_addr().unwrap());
        let served = Arc::clone(&app);
        let router = web::router(Arc::clone(&app));
        runtime.spawn(serve::serve(listener, served, router, std::future::pending()));
        let nothing = Router::new().route("/empty", get(|| async {}));
        runtime.spawn(async move { axum::serve(bare, nothing).await });
        Self { app, address, empty, runtime: Some(runtime), scratch }
    }

    /// Commits and jobs so far, from the server's own metrics.
    pub fn batches(&self) -> (u64, u64) {
        let text = self.app.metrics_text();
        let read = |name: &str| {
            let line = text.lines().find(|line| line.starts_with(name)).unwrap();
            line.rsplit(' ').next().unwrap().parse().unwrap()
        };
        (read("petition_database_commits_total"), read("petition_database_jobs_total"))
    }

    pub fn database(&self) -> PathBuf {
        petition_server::storage::sqlite::file(&self.scratch.0.join("data"))
    }

    /// Puts `count` matters with five events each behind the server's back.
    pub fn fill(&self, count: u64) {
        fill::matters(&self.app, &self.database(), count);
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(std::time::Duration::from_secs(2));
        }
    }
}
