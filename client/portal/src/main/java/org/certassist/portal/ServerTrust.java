package org.certassist.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.certassist.core.certificate.EncodedCertificate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trusts a profile's anchors only, or the system's where a profile names none, and remembers who
/// issued the certificate it saw last, so that a refusal can name it.
public final class ServerTrust extends X509ExtendedTrustManager {
  private static final Logger LOG = LoggerFactory.getLogger(ServerTrust.class);

  private final X509ExtendedTrustManager trust;
  private volatile String lastIssuer = "";

  public ServerTrust(List<EncodedCertificate> anchors) {
    this.trust = manager(anchors);
  }

  public SSLSocketFactory sockets() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("no TLS here", impossible);
    }
  }

  String lastIssuer() {
    return lastIssuer;
  }

  private static X509ExtendedTrustManager manager(List<EncodedCertificate> anchors) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(anchors.isEmpty() ? null : store(anchors));
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager found) {
          return found;
        }
      }
      throw new IllegalStateException("no X.509 trust manager here");
    } catch (GeneralSecurityException | IOException unusable) {
      throw new IllegalArgumentException("trust anchors cannot be used", unusable);
    }
  }

  private static @Nullable KeyStore store(List<EncodedCertificate> anchors)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    for (EncodedCertificate anchor : anchors) {
      try {
        store.setCertificateEntry(
            anchor.sha256(), factory.generateCertificate(new ByteArrayInputStream(anchor.der())));
      } catch (CertificateException unknownKey) {
        // An SM2 root vouches for keys only: the JDK's TLS has no SM2, and cannot read it either.
        LOG.debug("{} vouches for no server", anchor.sha256());
      }
    }
    return store;
  }

  private void see(X509Certificate[] chain) throws CertificateException {
    lastIssuer = chain.length == 0 ? "" : chain[0].getIssuerX500Principal().getName();
    if (trust.getAcceptedIssuers().length == 0) {
      throw new CertificateException("none of the anchors vouches for a server");
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    see(chain);
    trust.checkServerTrusted(chain, authType, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    see(chain);
    trust.checkServerTrusted(chain, authType, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    see(chain);
    trust.checkServerTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return trust.getAcceptedIssuers();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("we are no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("we are no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("we are no server");
  }
}
