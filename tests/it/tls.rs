//! Addresses with https://: whom the system trusts is trusted, others are told of.
//!
//! The certificates in `tests/data/tls` are for these tests alone: `ca.pem` signed `host.pem`, which is good for 127.0.0.1.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::program::{finish, linimasa, told};

const ARTICLE: &str = "Ayu Lestari tiba di Ambon.\n";

/// Nobody is served more often.
const MOST_CONNECTIONS: usize = 8;

/// A server that has nothing but one article, and ends when this is dropped.
struct TlsServer {
    address: SocketAddr,
    thread: Option<JoinHandle<()>>,
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tls").join(name)
}

impl TlsServer {
    fn start() -> TlsServer {
        let certificate = CertificateDer::from_pem_file(data("host.pem")).unwrap();
        let key = PrivateKeyDer::from_pem_file(data("host.key")).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        let config = Arc::new(config.with_no_client_auth().with_single_cert(vec![certificate], key).unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let thread = thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok).take(MOST_CONNECTIONS) {
                // One that says nothing is how the test tells that it is over.
                if stream.peek(&mut [0]).unwrap_or(0) == 0 {
                    return;
                }
                // A client that does not trust us breaks off, which is its right.
                let _ = serve(stream, Arc::clone(&config));
            }
        });
        TlsServer { address, thread: Some(thread) }
    }
}

impl Drop for TlsServer {
    fn drop(&mut self) {
        drop(TcpStream::connect(self.address));
        self.thread.take().into_iter().for_each(|thread| thread.join().unwrap());
    }
}

fn serve(stream: TcpStream, config: Arc<ServerConfig>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let connection = ServerConnection::new(config).map_err(std::io::Error::other)?;
    let mut stream = StreamOwned::new(connection, stream);
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    let reply = if head.starts_with(b"GET /robots.txt") {
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_owned()
    } else {
        let length = ARTICLE.len();
        format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{ARTICLE}"
        )
    };
    stream.write_all(reply.as_bytes())?;
    stream.conn.send_close_notify();
    stream.flush()
}

#[test]
fn the_system_says_whom_to_trust() {
    let folder = tempfile::tempdir().unwrap();
    for (roots, code, stdout_has, stderr_has) in
        [(data("ca.pem"), 0, "Ayu Lestari [person]", ""), (data("host.key"), 2, "", "is not who it says it is")]
    {
        let server = TlsServer::start();
        let mut command = linimasa(folder.path());
        command.env("SSL_CERT_FILE", &roots).env_remove("SSL_CERT_DIR");
        let output = finish(command.arg(format!("https://{}/a.txt", server.address)), b"");
        let (found, stdout, stderr) = told(output);
        assert_eq!(found, Some(code), "{}: {stdout}{stderr}", roots.display());
        assert!(stdout.contains(stdout_has) && stderr.contains(stderr_has), "{}: {stdout}{stderr}", roots.display());
    }
}
