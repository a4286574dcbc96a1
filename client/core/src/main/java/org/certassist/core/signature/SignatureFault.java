package org.certassist.core.signature;

import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why a signature file does not get a further signer; nothing was signed.
public sealed interface SignatureFault extends Fault {
  /// What is there already is not, or cannot be told to be, an intact signature over the file:
  /// whoever signs beside it would seem to vouch for it.
  ///
  /// @param file the signature file's name
  /// @param reason of the signer that decides, as in a `CertificateStatus`
  record NotIntact(String file, Integrity integrity, String reason) implements SignatureFault {
    @Override
    public String id() {
      return integrity == Integrity.BROKEN ? "signature.broken" : "signature.cannotTell";
    }

    @Override
    public FaultArea area() {
      return FaultArea.FILE;
    }

    @Override
    public List<String> details() {
      return List.of(file, reason);
    }
  }

  /// The same certificate has signed it before.
  record SignedAlready(String file) implements SignatureFault {
    @Override
    public String id() {
      return "signature.signedAlready";
    }

    @Override
    public FaultArea area() {
      return FaultArea.USAGE;
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// It is packed as GM/T 0010 says, which is for SM2 keys alone, and this key is none.
  record ForSm2Alone(String file) implements SignatureFault {
    @Override
    public String id() {
      return "signature.forSm2Alone";
    }

    @Override
    public FaultArea area() {
      return FaultArea.USAGE;
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// It holds as many signers as a file may have here.
  record Full(String file, int signers) implements SignatureFault {
    @Override
    public String id() {
      return "signature.full";
    }

    @Override
    public FaultArea area() {
      return FaultArea.FILE;
    }

    @Override
    public List<String> details() {
      return List.of(file, Integer.toString(signers));
    }
  }
}
