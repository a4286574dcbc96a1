package org.certassist.portal.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.installer.Installer;
import org.certassist.core.installer.InstallerDownload;
import org.certassist.core.installer.InstallerException;
import org.certassist.core.installer.InstallerFault;
import org.certassist.portal.ServerTrust;
import org.certassist.portal.SystemProxy;
import org.jspecify.annotations.Nullable;

/// Gets installers over https: never more bytes than the catalogue says and one, never longer than
/// there is patience, and without anything that says who asks.
///
/// An address of the company's own network is allowed: it stands in a catalogue that was signed.
public final class HttpInstallers implements InstallerDownload {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /// Makers' pages send on to a server near by, seldom twice.
  private static final int MOST_REDIRECTS = 3;

  private final OkHttpClient client;
  private final Limits limits;

  /// How long a server is waited for.
  ///
  /// @param silence between one byte and the next
  /// @param whole for all of it
  public record Limits(Duration silence, Duration whole) {
    /// 200 MB at 170 KB a second, which is a bad line.
    public static final Limits USUAL = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(20));
  }

  /// @param anchors whom a server is checked against; empty means the system's
  public HttpInstallers(List<EncodedCertificate> anchors, Limits limits) {
    this.limits = limits;
    ServerTrust trust = new ServerTrust(anchors);
    this.client =
        new OkHttpClient.Builder()
            .sslSocketFactory(trust.sockets(), trust)
            .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
            .proxySelector(new SystemProxy(ProxySelector.getDefault()))
            .cookieJar(CookieJar.NO_COOKIES)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(CONNECT)
            .readTimeout(limits.silence())
            .build();
  }

  @Override
  public void fetch(Installer installer, OutputStream to)
      throws InstallerException, IOException, InterruptedException {
    Trip trip = new Trip(installer, to);
    FutureTask<Void> work =
        new FutureTask<>(() -> {
          trip.go();
          return null;
        });
    Thread.ofVirtual().name("installer").start(work);
    try {
      work.get();
    } catch (InterruptedException cancelled) {
      trip.cancel();
      throw cancelled;
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case InstallerException ours -> throw ours;
        case IOException unwritten -> throw unwritten;
        case null, default -> throw new IllegalStateException("the download failed", failed);
      }
    }
  }

  /// The way to one installer, over redirects.
  private final class Trip {
    private final Installer installer;
    private final OutputStream to;
    private final long deadline = System.nanoTime() + limits.whole().toNanos();
    private final AtomicReference<@Nullable Call> running = new AtomicReference<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean cancelled;

    Trip(Installer installer, OutputStream to) {
      this.installer = installer;
      this.to = to;
    }

    /// Nothing is written any more from here on.
    void cancel() {
      writing.lock();
      try {
        cancelled = true;
      } finally {
        writing.unlock();
      }
      Call call = running.get();
      if (call != null) {
        call.cancel();
      }
    }

    void go() throws InstallerException, IOException {
      HttpUrl address = Objects.requireNonNull(HttpUrl.get(installer.address()));
      for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        Optional<HttpUrl> next = asked(address);
        if (next.isEmpty()) {
          return;
        }
        if (!next.get().isHttps() || !next.get().username().isEmpty()) {
          throw new InstallerException(InstallerFault.of("insecure", address.host()));
        }
        address = next.get();
      }
      throw unreached(address, "redirects", null);
    }

    /// @return where the server sends on to; empty where the file was taken
    private Optional<HttpUrl> asked(HttpUrl address) throws InstallerException, IOException {
      Call call =
          client.newCall(
              new Request.Builder()
                  .url(address)
                  // nothing is unpacked: the catalogue counts and digests what is sent
                  .header("Accept-Encoding", "identity")
                  .header("User-Agent", "certassist")
                  .build());
      // 0 would mean for ever
      call.timeout().timeout(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      running.set(call);
      if (cancelled) {
        call.cancel();
      }
      try (Response response = answer(call, address)) {
        String place = response.header("Location");
        if (response.isRedirect() && place != null) {
          HttpUrl next = address.resolve(place);
          if (next == null) {
            throw new InstallerException(InstallerFault.of("insecure", address.host()));
          }
          return Optional.of(next);
        }
        if (response.code() != 200) {
          throw unreached(address, "status-" + response.code(), null);
        }
        copy(response, address);
        return Optional.empty();
      }
    }

    private Response answer(Call call, HttpUrl address) throws InstallerException {
      try {
        return call.execute();
      } catch (IOException broken) {
        throw unreached(address, word(broken), broken);
      }
    }

    /// A broken line is told from a disk that does not take the bytes.
    private void copy(Response response, HttpUrl address) throws InstallerException, IOException {
      InputStream in = response.body().byteStream();
      byte[] block = new byte[64 << 10];
      long left = installer.bytes() + 1;
      while (left > 0) {
        int read = read(in, block, (int) Math.min(block.length, left), address);
        if (read < 0) {
          return;
        }
        write(block, read);
        left -= read;
      }
    }

    private void write(byte[] block, int length) throws IOException {
      writing.lock();
      try {
        if (!cancelled) {
          to.write(block, 0, length);
        }
      } finally {
        writing.unlock();
      }
    }

    private int read(InputStream in, byte[] block, int most, HttpUrl address)
        throws InstallerException {
      try {
        return in.read(block, 0, most);
      } catch (IOException broken) {
        throw unreached(address, word(broken), broken);
      }
    }
  }

  private static InstallerException unreached(
      HttpUrl address, String word, @Nullable Throwable cause) {
    InstallerFault fault = InstallerFault.of("unreached", address.host(), word);
    return cause == null ? new InstallerException(fault) : new InstallerException(fault, cause);
  }

  private static String word(IOException broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return "not-trusted";
      }
    }
    return switch (broken) {
      case InterruptedIOException _ -> "timeout";
      case UnknownHostException _ -> "unknown-host";
      case SSLException _ -> "tls";
      default -> "connection";
    };
  }
}
