package org.certassist.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.certassist.core.certificate.EncodedCertificate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request, one answer: over TLS 1.2 or newer, never repeated, never redirected, never larger
/// than agreed, and cancelled when the thread that waits for it is interrupted.
final class Transport {
  private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
  private static final Duration LEAST_WAIT = Duration.ofMillis(200);
  private static final Duration USUAL_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /// What the library says of a body that is shorter than was announced.
  private static final String CUT = "unexpected end of stream";

  private final HttpUrl base;
  private final ServerTrust trust;
  private final OkHttpClient client;
  private final Duration whole;

  Transport(URI address, List<EncodedCertificate> anchors, Timeouts timeouts) {
    this(address, anchors, timeouts, new SystemProxy(ProxySelector.getDefault()));
  }

  Transport(
      URI address, List<EncodedCertificate> anchors, Timeouts timeouts, ProxySelector proxies) {
    this.base = HttpUrl.get(address.toString());
    if (!base.isHttps()) {
      throw new IllegalArgumentException("not https: " + address);
    }
    this.trust = new ServerTrust(anchors);
    this.whole = timeouts.whole();
    this.client =
        new OkHttpClient.Builder()
            .sslSocketFactory(trust.sockets(), trust)
            .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
            .proxySelector(proxies)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(timeouts.connect())
            .readTimeout(timeouts.silence())
            .writeTimeout(timeouts.silence())
            .build();
  }

  /// Scheme, host and port, as a browser would write it.
  String origin() {
    String url = base.newBuilder().encodedPath("/").query(null).fragment(null).build().toString();
    return url.substring(0, url.length() - 1);
  }

  /// A request to a path below `/api/v1/`.
  Request.Builder request(String path) {
    return new Request.Builder()
        .url(base.newBuilder().addPathSegments("api/v1/" + path).query(null).build())
        .header("Accept", "application/json, application/problem+json")
        // the bytes must stay as the portal sent them
        .header("Accept-Encoding", "identity")
        .header("User-Agent", "certassist");
  }

  /// @param largest the answer may have so many bytes
  Answer send(Request request, int largest) throws NoAnswerException, InterruptedException {
    return send(request, largest, whole);
  }

  /// @param patience it may take so long where that is less than usual, however its bytes drip
  Answer send(Request request, int largest, Duration patience)
      throws NoAnswerException, InterruptedException {
    Duration longest = patience.compareTo(whole) < 0 ? patience : whole;
    Call call = client.newCall(request);
    // 0 would mean for ever
    call.timeout().timeout(Math.max(1, longest.toMillis()), TimeUnit.MILLISECONDS);
    FutureTask<Answer> exchange = new FutureTask<>(() -> exchange(call, largest));
    Thread.ofVirtual().name("portal").start(exchange);
    try {
      Answer answer = exchange.get();
      LOG.debug("{} {}: {}", request.method(), request.url().encodedPath(), answer);
      return answer;
    } catch (InterruptedException interrupted) {
      call.cancel();
      throw interrupted;
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case NoAnswerException ours -> throw ours;
        case IOException broken -> throw noAnswer(broken);
        case null, default -> throw new IllegalStateException("the exchange failed", failed);
      }
    }
  }

  private static Answer exchange(Call call, int largest) throws IOException, NoAnswerException {
    try (Response response = call.execute();
        InputStream in = response.body().byteStream()) {
      byte[] body = in.readNBytes(largest + 1);
      if (body.length > largest) {
        call.cancel();
        throw new NoAnswerException("answer-too-large", null);
      }
      return new Answer(
          response.code(), mediaType(response), retryAfter(response), date(response), body);
    } catch (RuntimeException unreadable) {
      // The library's word for an answer that is none, such as one of -7 bytes.
      LOG.warn("an answer that cannot be read", unreadable);
      throw new NoAnswerException("malformed-answer", unreadable);
    }
  }

  private static String mediaType(Response response) {
    MediaType type = response.body().contentType();
    return type == null ? "" : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
  }

  private static Duration retryAfter(Response response) {
    Duration asked = asked(response.header("Retry-After"));
    if (asked.compareTo(LEAST_WAIT) < 0) {
      return LEAST_WAIT;
    }
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  private static Optional<Instant> date(Response response) {
    String header = response.header("Date");
    if (header == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /// Seconds or a date (RFC 9110).
  private static Duration asked(@Nullable String header) {
    if (header == null) {
      return USUAL_WAIT;
    }
    if (header.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(header));
    }
    try {
      return Duration.between(
          Instant.now(),
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException notADate) {
      return USUAL_WAIT;
    }
  }

  private NoAnswerException noAnswer(IOException broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
        return NoAnswerException.notTrusted(trust.lastIssuer(), broken);
      }
    }
    String word =
        switch (broken) {
          case InterruptedIOException _ -> "timeout";
          case UnknownHostException _ -> "unknown-host";
          case SSLException _ -> "tls";
          case ProtocolException cut when CUT.equals(cut.getMessage()) -> "truncated-answer";
          case ProtocolException _ -> "malformed-answer";
          default -> "connection";
        };
    return new NoAnswerException(word, broken);
  }
}
