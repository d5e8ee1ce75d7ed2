//! A small HTTP server on loopback that answers as it is told, also as no server should.
//!
//! A thread for each connection, one request on each. Whatever still goes on when the server is dropped ends then.

mod reply;

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub(crate) use reply::{Reply, Step, open_head};

/// No test needs more at once.
const MOST_CONNECTIONS: usize = 64;

/// Whoever says nothing for so long is no test of ours.
const PATIENCE: Duration = Duration::from_secs(20);

/// What was asked.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) method: String,
    /// As it stands in the first line: a path, or host and port for CONNECT.
    pub(crate) path: String,
    /// By name in lower case.
    pub(crate) headers: HashMap<String, String>,
}

impl Asked {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    listener: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    asked: Mutex<Vec<Asked>>,
    /// One more was asked.
    more: Condvar,
    stopped: Mutex<bool>,
    stop: Condvar,
    connections: AtomicUsize,
}

impl Server {
    /// One that answers each request by `answer`.
    pub(crate) fn start(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared::default());
        let for_thread = Arc::clone(&shared);
        let answer = Arc::new(answer);
        let listener = thread::spawn(move || {
            let mut threads = Vec::new();
            for stream in listener.incoming().map_while(Result::ok) {
                if for_thread.is_stopped() {
                    break;
                }
                if for_thread.connections.load(Ordering::SeqCst) >= MOST_CONNECTIONS {
                    continue;
                }
                for_thread.connections.fetch_add(1, Ordering::SeqCst);
                let (shared, answer) = (Arc::clone(&for_thread), Arc::clone(&answer));
                threads.push(thread::spawn(move || {
                    // A client that goes away is what many tests are about.
                    let _ = shared.serve(stream, &*answer);
                    shared.connections.fetch_sub(1, Ordering::SeqCst);
                }));
            }
            threads.into_iter().for_each(|thread| thread.join().unwrap());
        });
        Server { address, shared, listener: Some(listener) }
    }

    /// The address of `path` on this server.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn host(&self) -> String {
        self.address.to_string()
    }

    /// All requests so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.shared.asked().clone()
    }

    /// The paths of all requests so far.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.asked().into_iter().map(|asked| asked.path).collect()
    }

    /// Waits until there were so many requests.
    #[track_caller]
    pub(crate) fn wait_for(&self, count: usize) {
        let asked = self.shared.asked();
        let few = |asked: &mut Vec<Asked>| asked.len() < count;
        let (_asked, timeout) = self.shared.more.wait_timeout_while(asked, PATIENCE, few).unwrap();
        assert!(!timeout.timed_out(), "there were not {count} requests");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        *self.shared.stopped.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.shared.stop.notify_all();
        // Wakes the listener, which then sees that it is to stop.
        let _ = TcpStream::connect(self.address);
        if let Some(listener) = self.listener.take() {
            let _ = listener.join();
        }
    }
}

impl Shared {
    fn asked(&self) -> std::sync::MutexGuard<'_, Vec<Asked>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_stopped(&self) -> bool {
        *self.stopped.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits so long, or until the server is to stop; whether it is.
    fn stops_within(&self, time: Duration) -> bool {
        let stopped = self.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        *self.stop.wait_timeout_while(stopped, time, |stopped| !*stopped).unwrap_or_else(PoisonError::into_inner).0
    }

    fn serve(&self, mut stream: TcpStream, answer: &dyn Fn(&Asked) -> Reply) -> std::io::Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let Some(asked) = read_request(&mut BufReader::new(&stream))? else { return Ok(()) };
        self.asked().push(asked.clone());
        self.more.notify_all();
        for step in answer(&asked).into_steps() {
            match step {
                Step::Send(bytes) => stream.write_all(&bytes)?,
                Step::Drip { byte, every } => {
                    while !self.stops_within(every) {
                        stream.write_all(&[byte])?;
                    }
                }
                Step::Endless(piece) => {
                    while !self.is_stopped() {
                        stream.write_all(&piece)?;
                    }
                }
                Step::Stall => self.stall(&mut stream)?,
            }
        }
        stream.shutdown(Shutdown::Both)
    }

    /// Says nothing until the client goes away or the server is to stop.
    fn stall(&self, stream: &mut TcpStream) -> std::io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_millis(5)))?;
        let mut byte = [0];
        while !self.is_stopped() {
            match stream.read(&mut byte) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) if matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut) => {
                }
                Err(_) => break,
            }
        }
        Ok(())
    }
}

fn read_request(reader: &mut impl BufRead) -> std::io::Result<Option<Asked>> {
    // The begin of a connection by TLS, which is no text, is answered as by servers that do not speak it.
    if reader.fill_buf()?.first() == Some(&0x16) {
        let length = reader.fill_buf()?.len();
        reader.consume(length);
        return Ok(Some(Asked { method: "TLS".to_owned(), path: String::new(), headers: HashMap::new() }));
    }
    let mut first = String::new();
    if reader.read_line(&mut first)? == 0 {
        return Ok(None);
    }
    let mut words = first.split_whitespace().map(str::to_owned);
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut headers = HashMap::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':') {
            headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
        }
    }
    Ok(Some(Asked { method, path, headers }))
}
