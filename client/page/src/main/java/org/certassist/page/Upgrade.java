package org.certassist.page;

import java.net.URI;
import java.util.Optional;

/// The request that makes a WebSocket of a connection, as a browser would send it for a page.
///
/// @param page in whose name; none names none
record Upgrade(String path, int port, Optional<URI> page) {
  /// @param key the client's random one, in Base64
  String request(String key) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: 127.0.0.1:"
        + port
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        + "Sec-WebSocket-Key: "
        + key
        + "\r\n"
        + page.map(uri -> "Origin: " + origin(uri) + "\r\n").orElse("")
        + "\r\n";
  }

  private static String origin(URI page) {
    String host = page.getScheme() + "://" + page.getHost();
    return page.getPort() < 0 ? host : host + ":" + page.getPort();
  }
}
