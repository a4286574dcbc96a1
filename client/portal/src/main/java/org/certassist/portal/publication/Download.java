package org.certassist.portal.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Publication;
import org.certassist.core.certificate.StatusPublications.Manner;
import org.certassist.portal.ServerTrust;
import org.certassist.portal.SystemProxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request for a publication and its answer: never larger than agreed, never longer than there
/// is patience, cancelled when the thread that waits for it is interrupted, and without anything
/// that says who asks.
final class Download {
  private static final Logger LOG = LoggerFactory.getLogger(Download.class);
  private static final int MOST_REDIRECTS = 3;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final MediaType QUESTION = MediaType.get("application/ocsp-request");

  private final OkHttpClient open;
  private final InstantSource clock;

  /// @param trust whom a server with TLS is checked against
  Download(ServerTrust trust, InstantSource clock) {
    this.clock = clock;
    this.open =
        new OkHttpClient.Builder()
            .sslSocketFactory(trust.sockets(), trust)
            .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
            .proxySelector(new SystemProxy(ProxySelector.getDefault()))
            .cookieJar(CookieJar.NO_COOKIES)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(CONNECT)
            .build();
  }

  /// @param question what is posted; a list is got without one
  /// @param largest the answer may have so many bytes
  Publication from(URI address, Optional<byte[]> question, Manner manner, int largest)
      throws InterruptedException {
    AddressRules rules = new AddressRules(manner.privateAddresses());
    Optional<HttpUrl> allowed = rules.allowed(address);
    if (allowed.isEmpty()) {
      return new Publication.Missed(NotCheckedReason.ADDRESS_REFUSED);
    }
    Trip trip =
        new Trip(open.newBuilder().dns(rules).build(), rules, manner.patience(), largest, clock);
    return trip.go(allowed.get(), question);
  }

  /// The way to an answer, over redirects.
  private static final class Trip {
    private final OkHttpClient client;
    private final AddressRules rules;
    private final long deadline;
    private final int largest;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Call> running = new AtomicReference<>();

    Trip(
        OkHttpClient client,
        AddressRules rules,
        Duration patience,
        int largest,
        InstantSource clock) {
      this.client = client;
      this.rules = rules;
      this.deadline = System.nanoTime() + patience.toNanos();
      this.largest = largest;
      this.clock = clock;
    }

    Publication go(HttpUrl address, Optional<byte[]> question) throws InterruptedException {
      FutureTask<Publication> work = new FutureTask<>(() -> follow(address, question));
      Thread.ofVirtual().name("publication").start(work);
      try {
        Publication answer = work.get();
        LOG.debug("{}: {}", address.host(), answer.getClass().getSimpleName());
        return answer;
      } catch (InterruptedException interrupted) {
        work.cancel(true);
        Call call = running.get();
        if (call != null) {
          call.cancel();
        }
        throw interrupted;
      } catch (ExecutionException failed) {
        LOG.debug("{}", address.host(), failed.getCause());
        return new Publication.Missed(reason(failed.getCause()));
      }
    }

    private static NotCheckedReason reason(@Nullable Throwable cause) {
      return switch (cause) {
        case AddressRules.RefusedHostException _ -> NotCheckedReason.ADDRESS_REFUSED;
        case InterruptedIOException _ -> NotCheckedReason.TIME_UP;
        case IOException _ -> NotCheckedReason.NOT_REACHED;
        // The library's word for an answer that is none, such as one of -7 bytes.
        case RuntimeException _ -> NotCheckedReason.MALFORMED;
        case null, default -> throw new IllegalStateException("the download failed", cause);
      };
    }

    private Publication follow(HttpUrl start, Optional<byte[]> question) throws IOException {
      HttpUrl address = start;
      for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return new Publication.Missed(NotCheckedReason.TIME_UP);
        }
        Call call = client.newCall(request(address, question));
        call.timeout().timeout(left, TimeUnit.NANOSECONDS);
        running.set(call);
        try (Response response = call.execute()) {
          if (!response.isRedirect() || question.isPresent()) {
            return body(response);
          }
          String place = response.header("Location");
          HttpUrl next = place == null ? null : address.resolve(place);
          if (next == null || !rules.allows(next)) {
            return new Publication.Missed(NotCheckedReason.ADDRESS_REFUSED);
          }
          address = next;
        }
      }
      return new Publication.Missed(NotCheckedReason.NOT_REACHED);
    }

    private static Request request(HttpUrl address, Optional<byte[]> question) {
      Request.Builder request =
          new Request.Builder()
              .url(address)
              // nothing is unpacked: the limit counts what is kept
              .header("Accept-Encoding", "identity")
              .header("User-Agent", "certassist");
      question.ifPresent(bytes -> request.post(RequestBody.create(bytes, QUESTION)));
      return request.build();
    }

    private Publication body(Response response) throws IOException {
      if (response.code() != 200) {
        return new Publication.Missed(NotCheckedReason.NOT_REACHED);
      }
      if (response.body().contentLength() > largest) {
        return new Publication.Missed(NotCheckedReason.TOO_LARGE);
      }
      try (InputStream in = response.body().byteStream()) {
        byte[] bytes = in.readNBytes(largest + 1);
        return bytes.length > largest
            ? new Publication.Missed(NotCheckedReason.TOO_LARGE)
            : new Publication.Fetched(bytes, clock.instant());
      }
    }
  }
}
