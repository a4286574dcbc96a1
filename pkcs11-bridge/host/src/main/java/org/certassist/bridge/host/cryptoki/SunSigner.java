package org.certassist.bridge.host.cryptoki;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.bridge.host.Digests;
import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.PinState;
import org.certassist.bridge.protocol.SignAlgorithm;

/// The JDK's PKCS#11 provider on a slot that is logged in already; it never sees a PIN.
///
/// Made anew after every login, since its key handles die with a logout.
final class SunSigner {
  private static final Pattern RETURN_CODE = Pattern.compile("CKR_[A-Z0-9_]+|0x[0-9a-fA-F]{1,16}");

  private final Provider provider;
  private final Map<Bytes, PrivateKey> keys;

  private SunSigner(Provider provider, Map<Bytes, PrivateKey> keys) {
    this.provider = provider;
    this.keys = keys;
  }

  /// Looks at the token through the provider; empty where the provider cannot work with it.
  static Optional<SunSigner> on(Path module, long slot) {
    try {
      Provider base = Security.getProvider("SunPKCS11");
      if (base == null) {
        return Optional.empty();
      }
      Provider provider = base.configure("--" + configuration(module, slot));
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, null);
      return Optional.of(new SunSigner(provider, keys(store)));
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      System.err.println("host: SunPKCS11 cannot be used, " + e);
      return Optional.empty();
    }
  }

  private static String configuration(Path module, long slot) {
    String library = module.toString().replace("\\", "\\\\");
    // Without the hashing mechanisms the provider hashes by itself and signs with C_SignInit and
    // C_Sign; with them it takes a third exchange with the card.
    return """
    name=certassist
    library="%s"
    slot=%d
    disabledMechanisms={ CKM_SHA256_RSA_PKCS CKM_ECDSA_SHA256 }
    """
        .formatted(library, slot);
  }

  private static Map<Bytes, PrivateKey> keys(KeyStore store) throws GeneralSecurityException {
    Map<Bytes, PrivateKey> keys = new HashMap<>();
    for (String alias : Collections.list(store.aliases())) {
      Certificate certificate = store.getCertificate(alias);
      if (certificate != null && store.getKey(alias, null) instanceof PrivateKey key) {
        keys.put(Digests.sha256(certificate.getEncoded()), key);
      }
    }
    return keys;
  }

  /// Signs; empty where the provider does not see the pair or cannot use it so.
  Optional<byte[]> sign(Bytes certificateSha256, SignAlgorithm algorithm, byte[] message)
      throws HostFault {
    PrivateKey key = keys.get(certificateSha256);
    if (key == null) {
      return Optional.empty();
    }
    Signature signature;
    try {
      signature = Signature.getInstance(name(algorithm), provider);
      signature.initSign(key);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      System.err.println("host: SunPKCS11 does not sign here, " + e);
      return Optional.empty();
    } catch (ProviderException e) {
      throw new HostFault(fault(CkFunction.SIGN_INIT, e), e);
    }
    try {
      signature.update(message);
      return Optional.of(signature.sign());
    } catch (SignatureException | ProviderException e) {
      throw new HostFault(fault(CkFunction.SIGN, e), e);
    } catch (NegativeArraySizeException e) {
      // The provider makes room for whatever length the driver gives.
      throw CkException.nonsense(
          CkFunction.SIGN, CkReturn.CKR_OK.number(), "a length that cannot be");
    }
  }

  private static String name(SignAlgorithm algorithm) {
    return switch (algorithm) {
      case RSA_SHA256 -> "SHA256withRSA";
      case ECDSA_SHA256 -> "SHA256withECDSA";
    };
  }

  /// The provider's exception class is internal; the driver's code stands in its message.
  private static Fault fault(CkFunction function, Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      Matcher code = RETURN_CODE.matcher(String.valueOf(at.getMessage()));
      if (code.find()) {
        long number = CkReturn.number(code.group());
        return new Fault(
            CkReturn.meaning(function, number),
            function.cName(),
            number,
            PinState.UNKNOWN,
            CkReturn.CKR_OK.is(number) ? code.group() : CkReturn.name(number));
      }
    }
    return new Fault(FaultCode.DRIVER, function.cName(), 0, PinState.UNKNOWN, failure.toString());
  }
}
