; The installer for Windows: for one user, without an administrator. packaging/windows.py runs makensis with the
; definitions VERSION, NUMBERS (of the version), ROOT (the folder to install), OUT, ICONS, KILOBYTES and LISTED (a file
; with a line for each file that lies directly in the folder).
; The stub of the installer itself is of 64 bits, as the program is.
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!include MUI2.nsh

!define NAME "Trade Mission Planner"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\TradeMissionPlanner"
!define KIND "TradeMissionPlanner.mission"

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
ManifestDPIAware true
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=1033 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1033 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "FileDescription" "Installs ${NAME}"
VIAddVersionKey /LANG=1033 "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICONS}\missionplanner.ico"
!define MUI_UNICON "${ICONS}\missionplanner.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION Start
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first that the system speaks; English where it speaks none of them.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Spanish"

LangString Mission ${LANG_ENGLISH} "Trade mission"
LangString Mission ${LANG_FRENCH} "Mission commerciale"
LangString Mission ${LANG_SPANISH} "Misión comercial"
LangString Preparing ${LANG_ENGLISH} "Preparing the first start..."
LangString Preparing ${LANG_FRENCH} "Préparation du premier démarrage..."
LangString Preparing ${LANG_SPANISH} "Preparando el primer inicio..."
LangString Kept ${LANG_ENGLISH} "Your missions and settings stay where they are."
LangString Kept ${LANG_FRENCH} "Vos missions et vos réglages restent où ils sont."
LangString Kept ${LANG_SPANISH} "Sus misiones y ajustes se quedan donde están."

Function Start
  Exec '"$INSTDIR\pythonw.exe" -m missionplanner'
FunctionEnd

Section
  ; What another version left would be found by Python.
  RMDir /r "$INSTDIR\Lib"
  SetOutPath "$INSTDIR"
  File /r "${ROOT}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\pythonw.exe" "-m missionplanner" "$INSTDIR\missionplanner.ico"

  WriteRegStr HKCU "Software\Classes\.mission" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.invitation" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(Mission)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\missionplanner-document.ico"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\pythonw.exe" -m missionplanner "%1"'

  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\missionplanner.ico"
  WriteRegStr HKCU "${KEY}" "Publisher" "The Trade Mission Planner developers"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1

  DetailPrint "$(Preparing)"
  nsExec::Exec '"$INSTDIR\python.exe" -m compileall -q "$INSTDIR\Lib\site-packages"'
  Pop $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  ; Only what was installed: somebody may have chosen a folder with other things in it.
  RMDir /r "$INSTDIR\Lib"
  !include "${LISTED}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.mission" ""
  StrCmp $0 "${KIND}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.mission"
  ReadRegStr $0 HKCU "Software\Classes\.invitation" ""
  StrCmp $0 "${KIND}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.invitation"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  DetailPrint "$(Kept)"
SectionEnd
