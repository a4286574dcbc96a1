package org.certassist.keys.contract;

import java.io.IOException;
import java.time.Duration;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.keys.bridge.HostLaunch;
import org.certassist.keys.bridge.TestHost;

/// A real driver with one key behind it, and a hand that plugs, pulls and counts.
///
/// What its [Capabilities] lack is never called.
interface ModuleUnderTest extends AutoCloseable {
  /// The moments at which a key can be pulled out.
  enum Moment {
    LOGIN,
    SIGNATURE
  }

  Capabilities capabilities();

  /// The driver's file, and the variables with which its host finds the key.
  Driver driver();

  /// The same key through another file.
  default Driver secondDriver() {
    throw new UnsupportedOperationException();
  }

  /// How its host is started.
  default HostLaunch launch() {
    return TestHost.launch();
  }

  /// Puts the key in, healthy and quick, its PIN as at first and with all its tries.
  void fresh() throws IOException, InterruptedException;

  String serial();

  String pin();

  /// The administrator's PIN.
  String administrators();

  /// Another value that the token would take as a PIN.
  default String otherPin() {
    return "864209";
  }

  /// The certificate of the RSA pair to sign with.
  EncodedCertificate rsa();

  default EncodedCertificate ec() {
    throw new UnsupportedOperationException();
  }

  /// The certificate of a pair that wants the PIN before every signature.
  default EncodedCertificate always() {
    throw new UnsupportedOperationException();
  }

  /// How often a PIN was compared by the key, right or wrong.
  default int pinsCompared() throws IOException {
    throw new UnsupportedOperationException();
  }

  /// Asks the module's own tool whether this is the PIN; costs a try if not.
  boolean opensWith(String pin) throws IOException, InterruptedException;

  /// Pulls the key out; `settle` waits until the driver can have noticed. Pulls the key out and
  /// waits until its driver can have noticed.
  default void pull() throws IOException, InterruptedException {
    throw new UnsupportedOperationException();
  }

  /// Pulls the key out; what comes next comes before anybody has noticed.
  default void snatch() throws IOException {
    throw new UnsupportedOperationException();
  }

  default void plug() throws IOException, InterruptedException {
    throw new UnsupportedOperationException();
  }

  /// Puts another key of the same kind into the slot.
  default void plugAnother() throws IOException, InterruptedException {
    throw new UnsupportedOperationException();
  }

  /// Whether the key itself still signs without asking for a PIN.
  default boolean isOpen() {
    throw new UnsupportedOperationException();
  }

  /// How often a PIN was compared by that other key.
  default int pinsComparedByAnother() throws IOException {
    throw new UnsupportedOperationException();
  }

  default void pullAt(Moment moment) throws IOException {
    throw new UnsupportedOperationException();
  }

  /// Lets the key take this long for each command.
  default void answerAfter(Duration time) throws IOException {
    throw new UnsupportedOperationException();
  }

  /// Another program takes the key for itself until it is closed.
  default Hold hold() throws IOException {
    throw new UnsupportedOperationException();
  }

  /// Ends all that was started for the module.
  @Override
  void close() throws IOException;

  /// A key in another program's hands, until this is closed.
  interface Hold extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /// A process that was started for a test.
  record Program(Process process) implements Hold {
    /// Ends it by the end of its input, and waits.
    @Override
    public void close() throws IOException {
      process.getOutputStream().close();
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
