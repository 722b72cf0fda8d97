//! The connection loop: who connects, how long a head may take, how to stop without losing an
//! answer.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderMap, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::Service;

use crate::api::limit::Peer;
use crate::app::App;
use crate::web::headers;

/// A head that takes longer is held back on purpose.
const HEAD_SECONDS: u64 = 10;
/// Connections at once; more wait in the kernel's queue.
const MAX_CONNECTIONS: usize = 4096;
/// What is under way at a stop gets this long.
const STOP_SECONDS: u64 = 10;
/// Out of file handles: closing connections give some back.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Serves `router` until `stop` is done, then lets answers under way finish.
pub async fn serve(
    listener: TcpListener,
    app: Arc<App>,
    router: Router,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let mut stop = pin!(stop);
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    loop {
        let connected = tokio::select! {
            connected = accept(&listener, &places) => connected,
            () = &mut stop => break,
        };
        match connected {
            Ok((stream, peer, place)) => {
                connect(stream, peer, Arc::clone(&app), router.clone(), &graceful, place);
            }
            Err(err) => {
                tracing::warn!(error = %err, "cannot accept a connection");
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(Duration::from_secs(STOP_SECONDS)) => {
            tracing::warn!("stopped with answers under way");
        }
    }
    Ok(())
}

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> io::Result<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.map_err(io::Error::other)?;
    let (stream, peer) = listener.accept().await?;
    Ok((stream, peer, place))
}

fn connect(
    stream: TcpStream,
    peer: SocketAddr,
    app: Arc<App>,
    router: Router,
    graceful: &GracefulShutdown,
    place: OwnedSemaphorePermit,
) {
    // Answers are small and whole: waiting to fill a packet only delays them. Failing means that
    // the connection is gone already, which the next read finds out.
    stream.set_nodelay(true).ok();
    let service = service_fn(move |mut request: Request<Incoming>| {
        let address = address(&app, peer.ip(), request.headers());
        request.extensions_mut().insert(Peer(address));
        let kind = headers::kind(request.uri().path());
        let (app, answer) = (Arc::clone(&app), router.clone().call(request));
        async move {
            let mut response = answer.await?;
            let status = response.status();
            headers::add(response.headers_mut(), kind, status);
            app.metrics.response(status.as_u16());
            Ok::<_, Infallible>(response)
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(HEAD_SECONDS))
        .serve_connection(TokioIo::new(stream), service);
    let connection = graceful.watch(connection);
    tokio::spawn(async move {
        let _place = place;
        // A connection that breaks off is everyday life; what it asked for is stored or not.
        if let Err(err) = connection.await {
            tracing::debug!(error = %err, "a connection broke off");
        }
    });
}

/// The address that asks; a trusted proxy says for whom.
fn address(app: &App, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    if !app.trusts(peer) {
        return peer;
    }
    let forwarded = headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
    // The last entry is what the trusted proxy saw; those before are what it was told.
    forwarded
        .and_then(|list| list.rsplit(',').next())
        .and_then(|last| last.trim().parse().ok())
        .unwrap_or(peer)
}
