//! `petition-server serve`

use std::future::Future;
use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use toml::Spanned;

use super::{Serve, log};
use crate::api::health;
use crate::app::{App, Places};
use crate::clock::Clock;
use crate::config::{self, Config};
use crate::{demo, guide, jobs, serve, web};

/// The demonstration hall, which is also the reference of every key.
pub const DEMO_HALL: &str = include_str!("../../demo/hall.toml");

pub fn run(options: Serve) -> Result<()> {
    log::start();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let result = runtime.block_on(start(options));
    // A decoder that is still busy with a refused file must not hold up the end.
    runtime.shutdown_background();
    result
}

async fn start(options: Serve) -> Result<()> {
    let bind = SocketAddr::new(options.bind, options.port);
    let listener =
        TcpListener::bind(bind).await.with_context(|| format!("cannot listen on {bind}"))?;
    let address = listener.local_addr()?;
    let config = configuration(options.config.as_deref(), options.demo, address)?;
    let content = options.content.unwrap_or_else(|| options.dist.join("content"));
    let (data, dist, hall) = (options.data.data, options.dist, options.config);
    let places = Places { data, dist, content, hall };
    let app = App::open(config, places, Clock::system(), options.demo)?;
    if options.demo {
        for receipt in demo::seed(&app).await.context("demo matters")? {
            // Secrets that stand in the source are none; no other receipt is ever logged.
            let url = receipt.secret.qr_text(app.config.public_url.get_ref(), true);
            let (number, code) = (receipt.number.grouped(), receipt.code.grouped());
            tracing::info!(%number, %code, %url, "an invented matter to look at");
        }
    }
    if let Some(bind) = options.metrics_bind {
        let listener =
            TcpListener::bind(bind).await.with_context(|| format!("cannot listen on {bind}"))?;
        tracing::info!(address = %listener.local_addr()?, "metrics");
        let router = health::metrics(Arc::clone(&app));
        tokio::spawn(async move { axum::serve(listener, router).await });
    }
    let clearing = tokio::spawn(jobs::run(Arc::clone(&app)));
    let watching = tokio::spawn(guide::watch(Arc::clone(&app)));
    let stop = stop(&app)?;
    let router = web::router(Arc::clone(&app));
    println!("listening on http://{address}");
    std::io::stdout().flush()?;
    serve::serve(listener, Arc::clone(&app), router, stop).await?;
    clearing.abort();
    watching.abort();
    if *app.failed().borrow() {
        bail!("the disk failed; see the log");
    }
    Ok(())
}

fn configuration(path: Option<&Path>, is_demo: bool, address: SocketAddr) -> Result<Config> {
    match path {
        Some(path) => Ok(config::load(path)?),
        None if is_demo => {
            let name = Path::new("demo/hall.toml");
            let variable = |name: &str| std::env::var(name).ok();
            let mut config = config::parse(DEMO_HALL, name, variable)?;
            // A demonstration is reached where it listens, on whichever port that is.
            if variable("PETITION_PUBLIC_URL").is_none() {
                config.public_url = Spanned::new(0..0, format!("http://{address}"));
            }
            Ok(config)
        }
        None => bail!(
            "no configuration: give --config FILE, or --demo for an invented hall; \
             `petition-server config` prints a file to start from"
        ),
    }
}

/// Done at SIGTERM, SIGINT, or when the disk has failed.
fn stop(app: &App) -> Result<impl Future<Output = ()> + use<>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut failed = app.failed();
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
            _ = failed.wait_for(|failed| *failed) => {}
        }
    })
}
