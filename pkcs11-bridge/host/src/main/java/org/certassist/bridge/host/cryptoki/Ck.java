package org.certassist.bridge.host.cryptoki;

/// The numbers of PKCS#11 2.40 that the host uses, under the standard's names.
final class Ck {
  static final long CKF_OS_LOCKING_OK = 0x2;

  static final long CKF_REMOVABLE_DEVICE = 0x2;

  static final long CKF_RW_SESSION = 0x2;
  static final long CKF_SERIAL_SESSION = 0x4;

  static final long CKF_USER_PIN_INITIALIZED = 0x8;
  static final long CKF_PROTECTED_AUTHENTICATION_PATH = 0x100;
  static final long CKF_TOKEN_INITIALIZED = 0x400;
  static final long CKF_USER_PIN_COUNT_LOW = 0x1_0000;
  static final long CKF_USER_PIN_FINAL_TRY = 0x2_0000;
  static final long CKF_USER_PIN_LOCKED = 0x4_0000;
  static final long CKF_USER_PIN_TO_BE_CHANGED = 0x8_0000;
  static final long CKF_SO_PIN_COUNT_LOW = 0x10_0000;
  static final long CKF_SO_PIN_FINAL_TRY = 0x20_0000;
  static final long CKF_SO_PIN_LOCKED = 0x40_0000;
  static final long CKF_SO_PIN_TO_BE_CHANGED = 0x80_0000;

  static final long CKS_RO_USER_FUNCTIONS = 1;
  static final long CKS_RW_USER_FUNCTIONS = 3;
  static final long CKS_RW_SO_FUNCTIONS = 4;

  static final long CKU_SO = 0;
  static final long CKU_USER = 1;
  static final long CKU_CONTEXT_SPECIFIC = 2;

  static final long CKO_CERTIFICATE = 1;
  static final long CKO_PUBLIC_KEY = 2;
  static final long CKO_PRIVATE_KEY = 3;
  static final long CKC_X_509 = 0;

  static final long CKA_CLASS = 0x0;
  static final long CKA_TOKEN = 0x1;
  static final long CKA_PRIVATE = 0x2;
  static final long CKA_LABEL = 0x3;
  static final long CKA_VALUE = 0x11;
  static final long CKA_CERTIFICATE_TYPE = 0x80;
  static final long CKA_ISSUER = 0x81;
  static final long CKA_SERIAL_NUMBER = 0x82;
  static final long CKA_KEY_TYPE = 0x100;
  static final long CKA_SUBJECT = 0x101;
  static final long CKA_ID = 0x102;
  static final long CKA_SENSITIVE = 0x103;
  static final long CKA_SIGN = 0x108;
  static final long CKA_VERIFY = 0x10a;
  static final long CKA_MODULUS = 0x120;
  static final long CKA_MODULUS_BITS = 0x121;
  static final long CKA_PUBLIC_EXPONENT = 0x122;
  static final long CKA_EXTRACTABLE = 0x162;
  static final long CKA_EC_PARAMS = 0x180;
  static final long CKA_EC_POINT = 0x181;
  static final long CKA_ALWAYS_AUTHENTICATE = 0x202;

  static final long CKK_RSA = 0x0;

  static final long CKM_RSA_PKCS_KEY_PAIR_GEN = 0x0;
  static final long CKM_RSA_PKCS = 0x1;
  static final long CKM_EC_KEY_PAIR_GEN = 0x1040;
  static final long CKM_ECDSA = 0x1041;

  private Ck() {}
}
