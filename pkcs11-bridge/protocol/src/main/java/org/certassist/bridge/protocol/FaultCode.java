package org.certassist.bridge.protocol;

/// Why a host declined or failed a request.
public enum FaultCode implements WireCode {
  /// A reason that this version does not know.
  UNKNOWN(0),
  UNKNOWN_REQUEST(1),
  MALFORMED(2),
  FRAME_TOO_LARGE(3),
  VERSION_UNSUPPORTED(4),
  /// No module is open yet.
  NOT_OPEN(5),
  /// A module is open already; one host serves one module.
  ALREADY_OPEN(6),

  MODULE_NOT_FOUND(10),
  /// The file is there and the system could not load it.
  MODULE_NOT_LOADABLE(11),
  /// The file was loaded and is no driver.
  NOT_A_MODULE(12),

  TOKEN_ABSENT(20),
  /// Several tokens fit the identity.
  TOKEN_AMBIGUOUS(21),
  /// The token went away during the call.
  TOKEN_REMOVED(22),
  CERTIFICATE_ABSENT(23),
  /// The certificate is there and its private key is not.
  KEY_ABSENT(24),
  /// Another program holds the token for itself.
  TOKEN_BUSY(25),

  PIN_WRONG(30),
  PIN_LOCKED(31),
  /// Not sent: a wrong PIN would lock the token and nobody confirmed that.
  PIN_LAST_TRY(32),
  /// Not sent, or refused unread: too short, too long or of other characters than the token takes.
  PIN_UNUSABLE(33),
  PIN_MUST_CHANGE(34),
  PIN_NOT_SET(35),
  NOT_LOGGED_IN(36),
  /// The user declined on the key itself.
  PIN_CANCELLED(37),
  /// The new PIN is one that the token does not take; the present one was not tried, or stays.
  NEW_PIN_UNUSABLE(38),
  /// Not signed: the key wants its PIN for every signature and none came with the request.
  PIN_NEEDED(39),

  ALGORITHM_UNSUPPORTED(40),
  /// The driver cannot do what was asked of it at all.
  NOT_SUPPORTED(41),
  /// The driver failed at setting a new PIN and may have set it.
  PIN_CHANGE_UNKNOWN(42),

  /// This host was started without leave to provision.
  PROVISIONING_OFF(50),
  /// Every token is in use already; none is ever initialised twice.
  NO_BLANK_TOKEN(51),

  /// The driver answered with a return code of its own.
  DRIVER(60),
  /// The host failed by itself.
  INTERNAL(70);

  private final int code;

  FaultCode(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
