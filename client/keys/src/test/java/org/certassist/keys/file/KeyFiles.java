package org.certassist.keys.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Pin;
import org.certassist.keys.certificate.TestCa;

/// PKCS#12 files of other programs' making, all over one certificate and one CA's.
record KeyFiles(Path folder, TestCa.Party holder, EncodedCertificate own, EncodedCertificate ca) {
  static KeyFiles in(Path folder, String algorithm) {
    TestCa.Party root = TestCa.party("文件 CA", algorithm);
    TestCa.Party holder = TestCa.party("文件 holder", algorithm);
    return new KeyFiles(folder, holder, TestCa.certificate(holder, root).make(), TestCa.root(root));
  }

  static Pin pin(String password) {
    return Pin.ofUtf8(password.getBytes(UTF_8));
  }

  /// By `openssl pkcs12 -export`.
  Path byOpenssl(String password, String... options) throws Exception {
    Path key = pem("key.pem", "PRIVATE KEY", holder.keys().getPrivate().getEncoded());
    Files.writeString(folder.resolve("own.pem"), own.pem());
    Files.writeString(folder.resolve("ca.pem"), ca.pem());
    Path file = folder.resolve("openssl.p12");
    List<String> command = new ArrayList<>(List.of("openssl", "pkcs12", "-export"));
    if (!List.of(options).contains("-nokeys")) {
      command.addAll(List.of("-inkey", key.toString()));
    }
    command.addAll(
        List.of("-in", folder + "/own.pem", "-certfile", folder + "/ca.pem", "-name", "文件"));
    command.addAll(List.of("-out", file.toString(), "-passout", "env:PASSWORD"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PASSWORD", password);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(said);
    }
    return file;
  }

  private Path pem(String name, String label, byte[] der) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, body));
  }

  /// By the JDK, as keytool does.
  Path byTheJdk(String password) throws Exception {
    return stored("jdk.p12", KeyStore.getInstance("PKCS12"), password, false);
  }

  /// By Bouncy Castle, in the variant of its key store.
  Path byBouncyCastle(String type, String password) throws Exception {
    return stored("bc.p12", KeyStore.getInstance(type, TestCa.BC), password, true);
  }

  private Path stored(String name, KeyStore store, String password, boolean bouncyCastle)
      throws IOException, GeneralSecurityException {
    CertificateFactory factory =
        bouncyCastle
            ? CertificateFactory.getInstance("X.509", TestCa.BC)
            : CertificateFactory.getInstance("X.509");
    PrivateKey key = holder.keys().getPrivate();
    Certificate[] chain = {read(factory, own), read(factory, ca)};
    store.load(null, null);
    store.setKeyEntry("文件", key, password.toCharArray(), chain);
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return file;
  }

  private static Certificate read(CertificateFactory factory, EncodedCertificate certificate)
      throws GeneralSecurityException {
    return factory.generateCertificate(new ByteArrayInputStream(certificate.der()));
  }
}
