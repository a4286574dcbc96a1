package org.certassist.bridge.host.cryptoki;

/// The driver functions that are used, with their place in the function list and their arguments.
///
/// `U` is a `CK_ULONG` (also a handle), `P` an address, `B` a `CK_BBOOL`. Public for the client's
/// fault matrix, which crosses every one of them.
public enum CkFunction {
  INITIALIZE(0, "C_Initialize", "P"),
  GET_INFO(2, "C_GetInfo", "P"),
  GET_SLOT_LIST(4, "C_GetSlotList", "BPP"),
  GET_SLOT_INFO(5, "C_GetSlotInfo", "UP"),
  GET_TOKEN_INFO(6, "C_GetTokenInfo", "UP"),
  GET_MECHANISM_LIST(7, "C_GetMechanismList", "UPP"),
  INIT_TOKEN(9, "C_InitToken", "UPUP"),
  INIT_PIN(10, "C_InitPIN", "UPU"),
  SET_PIN(11, "C_SetPIN", "UPUPU"),
  OPEN_SESSION(12, "C_OpenSession", "UUPPP"),
  CLOSE_SESSION(13, "C_CloseSession", "U"),
  GET_SESSION_INFO(15, "C_GetSessionInfo", "UP"),
  LOGIN(18, "C_Login", "UUPU"),
  LOGOUT(19, "C_Logout", "U"),
  CREATE_OBJECT(20, "C_CreateObject", "UPUP"),
  GET_ATTRIBUTE_VALUE(24, "C_GetAttributeValue", "UUPU"),
  FIND_OBJECTS_INIT(26, "C_FindObjectsInit", "UPU"),
  FIND_OBJECTS(27, "C_FindObjects", "UPUP"),
  FIND_OBJECTS_FINAL(28, "C_FindObjectsFinal", "U"),
  SIGN_INIT(42, "C_SignInit", "UPU"),
  SIGN(43, "C_Sign", "UPUPP"),
  GENERATE_KEY_PAIR(59, "C_GenerateKeyPair", "UPPUPUPP");

  /// How many entries a function list has (PKCS#11 2.40).
  static final int COUNT = 68;

  private final int index;
  private final String cName;
  private final String arguments;

  CkFunction(int index, String cName, String arguments) {
    this.index = index;
    this.cName = cName;
    this.arguments = arguments;
  }

  int index() {
    return index;
  }

  public String cName() {
    return cName;
  }

  String arguments() {
    return arguments;
  }
}
