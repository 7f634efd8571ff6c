/** Words after the noun that say which property of the resource the value is. */
export const ATTRIBUTES: ReadonlySet<string> = new Set(
  'id ids name names arn arns url urls uri uris endpoint endpoints dns domain domains domainname host hostname fqdn address identifier identifiers ref refs reader writer read write qualified invoke website link'.split(
    ' ',
  ),
);

/** Words that say nothing about the kind of a value. */
export const FILLERS: ReadonlySet<string> = new Set(
  'output outputs out value values list json string map export exported created the of for and a an my our new main v'.split(
    ' ',
  ),
);

/** Environments and regions glued to a key. */
export const PLACES: ReadonlySet<string> = new Set(
  'dev develop development prod production stage staging stg test testing qa uat sandbox demo local localstack preprod preview primary secondary dr replica blue green north south east west central northeast southeast us eu ap sa ca af me il mx synth pr'.split(
    ' ',
  ),
);

/** A key whose last word is one of these names a property, not a resource. */
export const PROPERTIES: ReadonlySet<string> = new Set(
  `cidr cidrs cidrblock block blocks az azs availabilityzone availabilityzones ip ips ipaddress port ports engine status state states region regions
  count counts number total size type types class version versions enabled disabled username usernames user password passwords passwd credential credentials
  email mail environment env suffix prefix prefixes tag tags command commands cmd instruction instructions note notes message messages summary info
  information description details retention day days hour hours minute minutes second seconds capacity memory timeout runtime handler
  cost costs price savings path paths branch mode level tier format date time timestamp account accounts owner label labels protocol
  protocols server servers nameserver nameservers token tokens threshold percentage percent limit limits cpu unit units option options setting settings scheme
  schema method methods header headers origin origins feature features requirement requirements metric metrics tps
  ttl interval frequency expression pattern filter filters title text content body key_material hash checksum digest sha commit
  reason flag flags year month window concurrency rate ratio min max desired minimum maximum language locale currency timezone
  namespace namespaces permission permissions principal action actions attribute attributes record records validation support supported
  connection connections connectionstring string configuration config configs guide documentation docs readme dependency dependencies recordname`.split(
    /\s+/,
  ),
);
