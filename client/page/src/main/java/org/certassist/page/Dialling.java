package org.certassist.page;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// How a connection that stands is made ready to be spoken over.
enum Dialling {
  PLAIN {
    @Override
    Socket ready(Socket connected, int port) {
      return connected;
    }
  },
  /// The certificate is not looked at: it is the assistant's own, made on this PC, whose browser
  /// judges it. The line does not leave the PC, and no secret goes over it.
  SECURE {
    @Override
    Socket ready(Socket connected, int port) throws IOException {
      SSLSocket secure =
          (SSLSocket)
              context()
                  .getSocketFactory()
                  .createSocket(connected, AssistantPort.LOOPBACK.getHostAddress(), port, true);
      secure.startHandshake();
      return secure;
    }
  };

  abstract Socket ready(Socket connected, int port) throws IOException;

  private static SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new AnyCertificate()}, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class AnyCertificate extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
