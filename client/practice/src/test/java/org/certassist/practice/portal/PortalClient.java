package org.certassist.practice.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A plain client of the portal, trusting the practice root and nothing else.
record PortalClient(URI base, HttpClient http) implements AutoCloseable {
  record Reply(int status, JsonNode json, HttpResponse<byte[]> raw) {
    String code() {
      return json.path("code").asString();
    }

    String reason() {
      return json.path("reason").asString("");
    }
  }

  static PortalClient of(PracticePortal portal) {
    return new PortalClient(
        portal.address(),
        HttpClient.newBuilder()
            .sslContext(trusting(portal.authority()))
            .connectTimeout(Duration.ofSeconds(5))
            .build());
  }

  static SSLContext trusting(Path root) {
    try (var file = Files.newInputStream(root)) {
      KeyStore anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      anchors.setCertificateEntry(
          "root", CertificateFactory.getInstance("X.509").generateCertificate(file));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(anchors);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
  }

  Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> raw = http.send(request.build(), BodyHandlers.ofByteArray());
      String type = raw.headers().firstValue("Content-Type").orElse("");
      JsonNode json =
          type.contains("json")
              ? JsonMapper.shared().readTree(raw.body())
              : JsonMapper.shared().createObjectNode();
      return new Reply(raw.statusCode(), json, raw);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  Reply get(String path) {
    return send(request(path));
  }

  Reply get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  String nonce() {
    return get("/api/v1/challenge").json().path("nonce").asString();
  }

  byte[] challenge(String nonce) {
    return Json.canonical(
        Map.of("nonce", nonce, "origin", base.toString(), "purpose", "certassist-login/1"));
  }

  Reply logIn(byte[] signed, byte[] cms) {
    Base64.Encoder base64 = Base64.getEncoder();
    String body =
        "{\"signed\": \"%s\", \"signature\": \"%s\"}"
            .formatted(base64.encodeToString(signed), base64.encodeToString(cms));
    return send(
        request("/api/v1/login")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  Reply logIn(TestKey key) {
    byte[] signed = challenge(nonce());
    return logIn(signed, key.sign(signed));
  }

  String token(TestKey key) {
    return logIn(key).json().path("token").asString();
  }

  Reply submit(String token, String id, byte[] document, byte[] cms) {
    return send(
        request("/api/v1/declarations")
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", id)
            .header("Content-Type", "multipart/form-data; boundary=grenze")
            .POST(BodyPublishers.ofByteArray(multipart(document, cms))));
  }

  static byte[] multipart(byte[] document, byte[] cms) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "declaration", "application/json", document);
    part(body, "signature", "application/pkcs7-signature", cms);
    body.writeBytes("--grenze--\r\n".getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  static void part(ByteArrayOutputStream body, String name, String type, byte[] content) {
    String head =
        """
        --grenze
        Content-Disposition: form-data; name="%s"; filename="%s"
        Content-Type: %s

        """
            .formatted(name, name, type);
    body.writeBytes(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  /// Waits until all rows have been looked at.
  Reply results(String token, String id) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      Reply reply = get("/api/v1/declarations/" + id + "/results", token);
      if (reply.status() != 409 || System.nanoTime() > end) {
        return reply;
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
