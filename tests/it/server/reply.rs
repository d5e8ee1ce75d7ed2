//! What the server answers: a proper reply, or steps that are none.

use std::io::Write;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;

/// One thing that the server does with a connection.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Send(Vec<u8>),
    /// One byte after the other, for as long as the client takes it.
    Drip {
        byte: u8,
        every: Duration,
    },
    /// The same again and again, for as long as the client takes it.
    Endless(Vec<u8>),
    /// Nothing, for as long as the client waits.
    Stall,
}

/// Status, headers and body; or whatever the steps are.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    /// Instead of the length of the body.
    told_length: Option<usize>,
    steps: Option<Vec<Step>>,
}

impl Reply {
    pub(crate) fn status(status: u16) -> Reply {
        Reply { status, headers: Vec::new(), body: Vec::new(), told_length: None, steps: None }
    }

    pub(crate) fn ok(content_type: &str, body: impl Into<Vec<u8>>) -> Reply {
        Reply { body: body.into(), ..Reply::status(200) }.header("Content-Type", content_type)
    }

    pub(crate) fn text(body: &str) -> Reply {
        Reply::ok("text/plain; charset=utf-8", body)
    }

    pub(crate) fn redirect(status: u16, to: &str) -> Reply {
        Reply::status(status).header("Location", to)
    }

    /// Exactly these steps, without a head of its own.
    pub(crate) fn raw(steps: Vec<Step>) -> Reply {
        Reply { steps: Some(steps), ..Reply::status(200) }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Reply {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Says that the body is so long, whatever it is.
    pub(crate) fn length(self, told: usize) -> Reply {
        Reply { told_length: Some(told), ..self }
    }

    pub(crate) fn gzip(self) -> Reply {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&self.body).unwrap();
        let body = encoder.finish().unwrap();
        Reply { body, ..self }.header("Content-Encoding", "gzip")
    }

    pub(super) fn into_steps(self) -> Vec<Step> {
        if let Some(steps) = self.steps {
            return steps;
        }
        let length = self.told_length.unwrap_or(self.body.len());
        let mut head = format!("HTTP/1.1 {} Status\r\nContent-Length: {length}\r\nConnection: close\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        vec![Step::Send(head.into_bytes()), Step::Send(self.body)]
    }
}

/// The head of a reply whose body goes on until the connection is closed.
pub(crate) fn open_head() -> Step {
    Step::Send(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n".to_vec())
}
