package org.certassist.cli.broken;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/// A web server on loopback that gives the same answer to everything.
final class MadeServer implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();

  MadeServer(MockResponse answer) throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer;
          }
        });
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  int port() {
    return server.getPort();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port() + "/");
  }

  @Override
  public void close() {
    server.close();
  }
}
