// Every function of libvirt's that is called: what it returns, its name, its parameters, their
// names, and what it returns when it fails. A call of one that is not here does not link.

// clang-format off
FUNCTION(int, virInitialize, (void), (), -1)
FUNCTION(int, virGetVersion,
  (unsigned long *libVer, const char *type, unsigned long *typeVer), (libVer, type, typeVer), -1)
FUNCTION(virErrorPtr, virGetLastError, (void), (), NULL)
PROCEDURE(virSetErrorFunc, (void *userData, virErrorFunc handler), (userData, handler))

FUNCTION(int, virEventRegisterDefaultImpl, (void), (), -1)
FUNCTION(int, virEventRunDefaultImpl, (void), (), -1)
FUNCTION(int, virEventAddTimeout,
  (int timeout, virEventTimeoutCallback cb, void *opaque, virFreeCallback ff),
  (timeout, cb, opaque, ff), -1)

FUNCTION(virConnectPtr, virConnectOpen, (const char *name), (name), NULL)
FUNCTION(virConnectPtr, virConnectOpenAuth,
  (const char *name, virConnectAuthPtr auth, unsigned int flags), (name, auth, flags), NULL)
FUNCTION(int, virConnectClose, (virConnectPtr conn), (conn), -1)
FUNCTION(int, virConnectIsAlive, (virConnectPtr conn), (conn), -1)
FUNCTION(int, virConnectSetKeepAlive,
  (virConnectPtr conn, int interval, unsigned int count), (conn, interval, count), -1)
FUNCTION(char *, virConnectGetURI, (virConnectPtr conn), (conn), NULL)
FUNCTION(int, virConnectGetLibVersion,
  (virConnectPtr conn, unsigned long *libVer), (conn, libVer), -1)
FUNCTION(int, virConnectRegisterCloseCallback,
  (virConnectPtr conn, virConnectCloseFunc cb, void *opaque, virFreeCallback freecb),
  (conn, cb, opaque, freecb), -1)
FUNCTION(int, virConnectUnregisterCloseCallback,
  (virConnectPtr conn, virConnectCloseFunc cb), (conn, cb), -1)
FUNCTION(int, virConnectDomainEventRegisterAny,
  (virConnectPtr conn, virDomainPtr dom, int eventID, virConnectDomainEventGenericCallback cb,
   void *opaque, virFreeCallback freecb),
  (conn, dom, eventID, cb, opaque, freecb), -1)
FUNCTION(int, virConnectDomainEventDeregisterAny,
  (virConnectPtr conn, int callbackID), (conn, callbackID), -1)

FUNCTION(int, virNodeNumOfDevices,
  (virConnectPtr conn, const char *cap, unsigned int flags), (conn, cap, flags), -1)
FUNCTION(virNodeDevicePtr, virNodeDeviceLookupByName,
  (virConnectPtr conn, const char *name), (conn, name), NULL)
FUNCTION(int, virNodeDeviceFree, (virNodeDevicePtr dev), (dev), -1)

FUNCTION(virDomainPtr, virDomainLookupByID, (virConnectPtr conn, int id), (conn, id), NULL)
FUNCTION(virDomainPtr, virDomainLookupByName,
  (virConnectPtr conn, const char *name), (conn, name), NULL)
FUNCTION(virDomainPtr, virDomainLookupByUUIDString,
  (virConnectPtr conn, const char *uuid), (conn, uuid), NULL)
FUNCTION(virDomainPtr, virDomainDefineXML, (virConnectPtr conn, const char *xml), (conn, xml), NULL)
FUNCTION(virDomainPtr, virDomainCreateXML,
  (virConnectPtr conn, const char *xmlDesc, unsigned int flags), (conn, xmlDesc, flags), NULL)
FUNCTION(int, virDomainFree, (virDomainPtr domain), (domain), -1)
FUNCTION(int, virDomainUndefine, (virDomainPtr domain), (domain), -1)
FUNCTION(int, virDomainCreate, (virDomainPtr domain), (domain), -1)
FUNCTION(int, virDomainDestroy, (virDomainPtr domain), (domain), -1)
FUNCTION(int, virDomainReset, (virDomainPtr domain, unsigned int flags), (domain, flags), -1)
FUNCTION(int, virDomainSuspend, (virDomainPtr domain), (domain), -1)
FUNCTION(const char *, virDomainGetName, (virDomainPtr domain), (domain), NULL)
FUNCTION(int, virDomainGetUUIDString, (virDomainPtr domain, char *buf), (domain, buf), -1)
FUNCTION(int, virDomainIsActive, (virDomainPtr dom), (dom), -1)
FUNCTION(int, virDomainIsPersistent, (virDomainPtr dom), (dom), -1)
FUNCTION(int, virDomainGetState,
  (virDomainPtr domain, int *state, int *reason, unsigned int flags),
  (domain, state, reason, flags), -1)
FUNCTION(int, virDomainGetControlInfo,
  (virDomainPtr domain, virDomainControlInfoPtr info, unsigned int flags),
  (domain, info, flags), -1)
FUNCTION(char *, virDomainGetXMLDesc,
  (virDomainPtr domain, unsigned int flags), (domain, flags), NULL)
FUNCTION(int, virDomainAttachDeviceFlags,
  (virDomainPtr domain, const char *xml, unsigned int flags), (domain, xml, flags), -1)
FUNCTION(int, virDomainUpdateDeviceFlags,
  (virDomainPtr domain, const char *xml, unsigned int flags), (domain, xml, flags), -1)
FUNCTION(int, virDomainDetachDeviceFlags,
  (virDomainPtr domain, const char *xml, unsigned int flags), (domain, xml, flags), -1)
FUNCTION(int, virDomainDetachDeviceAlias,
  (virDomainPtr domain, const char *alias, unsigned int flags), (domain, alias, flags), -1)
