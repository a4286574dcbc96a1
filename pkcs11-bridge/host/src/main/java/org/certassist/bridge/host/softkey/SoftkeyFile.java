package org.certassist.bridge.host.softkey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.bridge.host.Digests;
import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.Secret;
import org.jspecify.annotations.Nullable;

/// The PKCS#12 file of a software key: keys sealed with the PIN, certificates readable without it.
final class SoftkeyFile {
  static {
    // As on a real token, certificates are seen before the PIN is asked.
    System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
  }

  /// A certificate in the file.
  ///
  /// @param key its private key is there too
  record Entry(String alias, byte[] der, boolean key) {}

  private final Path path;

  SoftkeyFile(Path path) {
    this.path = path;
  }

  boolean exists() {
    return Files.isRegularFile(path);
  }

  List<Entry> certificates() throws HostFault {
    try {
      KeyStore store = load(null);
      List<Entry> entries = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        Certificate certificate = store.getCertificate(alias);
        if (certificate != null) {
          entries.add(new Entry(alias, certificate.getEncoded(), store.isKeyEntry(alias)));
        }
      }
      return entries;
    } catch (GeneralSecurityException | IOException e) {
      throw unreadable(e);
    }
  }

  /// The private keys by their certificate's SHA-256; empty when the PIN is wrong.
  Optional<Map<Bytes, PrivateKey>> keys(Secret pin) throws HostFault {
    char[] password = characters(pin);
    try {
      KeyStore store = load(password);
      Map<Bytes, PrivateKey> keys = new HashMap<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, password) instanceof PrivateKey key) {
          keys.put(Digests.sha256(store.getCertificate(alias).getEncoded()), key);
        }
      }
      return Optional.of(keys);
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException) {
        return Optional.empty();
      }
      throw unreadable(e);
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  void create(Secret pin) throws HostFault {
    char[] password = characters(pin);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      save(store, password);
    } catch (GeneralSecurityException | IOException e) {
      throw unreadable(e);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  void store(Secret pin, String alias, X509Certificate certificate, Optional<PrivateKey> key)
      throws HostFault {
    char[] password = characters(pin);
    try {
      KeyStore store = load(password);
      if (key.isPresent()) {
        store.setKeyEntry(alias, key.get(), password, new Certificate[] {certificate});
      } else {
        store.setCertificateEntry(alias, certificate);
      }
      save(store, password);
    } catch (GeneralSecurityException | IOException e) {
      throw unreadable(e);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /// Seals every key anew; false when the present PIN is wrong, and nothing is changed then.
  boolean changePin(Secret pin, Secret newPin) throws HostFault {
    char[] password = characters(pin);
    char[] fresh = characters(newPin);
    try {
      KeyStore store = load(password);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          store.setKeyEntry(
              alias, store.getKey(alias, password), fresh, store.getCertificateChain(alias));
        }
      }
      save(store, fresh);
      return true;
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException) {
        return false;
      }
      throw unreadable(e);
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    } finally {
      Arrays.fill(password, '\0');
      Arrays.fill(fresh, '\0');
    }
  }

  private KeyStore load(char @Nullable [] password) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(path)) {
      store.load(in, password);
    }
    return store;
  }

  private void save(KeyStore store, char[] password) throws GeneralSecurityException, IOException {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try (OutputStream out = Files.newOutputStream(fresh)) {
      store.store(out, password);
    }
    Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static char[] characters(Secret pin) {
    CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(pin.bytes()));
    char[] characters = new char[decoded.remaining()];
    decoded.get(characters);
    Arrays.fill(decoded.array(), '\0');
    return characters;
  }

  private static HostFault unreadable(Exception cause) {
    return new HostFault(
        Fault.of(FaultCode.MODULE_NOT_LOADABLE, cause.getClass().getName()), cause);
  }
}
