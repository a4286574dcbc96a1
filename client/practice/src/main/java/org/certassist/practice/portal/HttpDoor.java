package org.certassist.practice.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.certassist.core.fault.FaultException;
import org.certassist.practice.ca.Credential;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.ca.X509;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The portal's HTTPS server on loopback, and what it lets its clients take: connections, requests
/// at once, time and bytes for a request. Each request runs on a virtual thread.
final class HttpDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
  private static final int CONNECTIONS_FOR_EACH = 8;
  private static final int BACKLOG = 64;

  private final HttpsServer server;
  private final URI address;
  private final Duration requestTime;
  private final Semaphore requests;
  private final Semaphore connections;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("practice-deadlines").factory());

  private HttpDoor(HttpsServer server, int requestsAtOnce, Duration requestTime) {
    this.server = server;
    this.address = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    this.requestTime = requestTime;
    this.requests = new Semaphore(requestsAtOnce);
    this.connections = new Semaphore(requestsAtOnce * CONNECTIONS_FOR_EACH);
  }

  static HttpDoor bind(int port, PracticeCa ca, int requestsAtOnce, Duration requestTime)
      throws FaultException, IOException {
    InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    try {
      HttpsServer server = HttpsServer.create(new InetSocketAddress(loopback, port), BACKLOG);
      server.setHttpsConfigurator(new TlsOneTwo(context(ca)));
      return new HttpDoor(server, requestsAtOnce, requestTime);
    } catch (BindException taken) {
      throw new FaultException(new StartFault.PortTaken(port), taken);
    }
  }

  URI address() {
    return address;
  }

  void open(Routes routes) {
    server.setExecutor(this::execute);
    server.createContext("/", exchange -> handle(exchange, routes));
    server.start();
  }

  /// Runs one request of a connection, from its first byte on, within its time. The server closes a
  /// connection that is not taken.
  private void execute(Runnable request) {
    if (!connections.tryAcquire()) {
      throw new RejectedExecutionException();
    }
    Thread.ofVirtual()
        .name("practice-request")
        .start(() -> {
          try {
            within(request);
          } finally {
            connections.release();
          }
        });
  }

  private void within(Runnable request) {
    Thread worker = Thread.currentThread();
    Future<?> deadline;
    try {
      deadline =
          deadlines.schedule(worker::interrupt, requestTime.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.debug("a request came while the door was closing");
      return;
    }
    try {
      request.run();
    } finally {
      deadline.cancel(false);
    }
  }

  private void handle(HttpExchange exchange, Routes routes) throws IOException {
    try (exchange) {
      long began = System.nanoTime();
      Answer answer = answer(exchange, routes);
      LOG.info(
          "{} {} {} {} ms",
          known(exchange.getRequestMethod()),
          Routes.pattern(exchange.getRequestURI().getPath()),
          answer.status(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
      write(exchange, answer);
    }
  }

  private static String known(String method) {
    return method.matches("[A-Z]{1,8}") ? method : "…";
  }

  private Answer answer(HttpExchange exchange, Routes routes) throws IOException {
    if (!requests.tryAcquire()) {
      return Answer.problem(Problem.BUSY);
    }
    try {
      String path = exchange.getRequestURI().getPath();
      Optional<byte[]> body = body(exchange, Routes.largestBody(path));
      if (body.isEmpty()) {
        return Answer.problem(Problem.TOO_LARGE).with("Connection", "close");
      }
      Routes.Request.Header headers =
          name -> Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
      return routes.answer(
          new Routes.Request(exchange.getRequestMethod(), path, headers, body.get()));
    } catch (SQLException | RuntimeException broken) {
      LOG.error("request failed", broken);
      return Answer.problem(Problem.INTERNAL);
    } finally {
      requests.release();
    }
  }

  private static Optional<byte[]> body(HttpExchange exchange, int largest) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(largest + 1);
    return body.length > largest ? Optional.empty() : Optional.of(body);
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean bodiless = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
    if (!bodiless) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    deadlines.shutdownNow();
  }

  private static SSLContext context(PracticeCa ca) throws IOException {
    try {
      Credential credential = ca.server();
      char[] unused = new char[0];
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, unused);
      Certificate[] chain = {X509.jdk(credential.certificate()), X509.jdk(ca.issuingCa())};
      store.setKeyEntry("tls", credential.key(), unused, chain);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, unused);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// TLS 1.2 or newer.
  private static final class TlsOneTwo extends HttpsConfigurator {
    TlsOneTwo(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      SSLParameters ours = getSSLContext().getDefaultSSLParameters();
      ours.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      parameters.setSSLParameters(ours);
    }
  }
}
