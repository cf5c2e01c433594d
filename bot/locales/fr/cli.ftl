## Ce que dit la commande `solipacte` à l’exploitant.

serving = Solipacte répond sur { $url }
serving-demo = Démonstration : tous les lieux sont fictifs. N’utilisez pas cet annuaire avec de vraies personnes.
demo-refused = L’annuaire est une démonstration fictive, et un jeton Telegram, un serveur Matrix, un serveur de courriel ou une adresse publique est réglé : de vraies personnes pourraient s’y fier. Importez de vrais services (solipacte import data-inclusion DOSSIER), ou retirez ces réglages.
demo-not-here = --demo est refusé : un jeton Telegram, un serveur Matrix, un serveur de courriel ou une adresse publique est réglé, et des lieux fictifs pourraient tromper de vraies personnes.
demo-loaded = Annuaire de démonstration chargé : { $services } services fictifs.
another-serves = Un autre Solipacte sert déjà cette base de données : arrêtez-le d’abord. Pour servir à plusieurs, utilisez PostgreSQL (SOLIPACTE_DATABASE_URL).
port-taken = Le port { $port } est déjà pris : arrêtez l’autre programme, ou réglez SOLIPACTE_HTTP_PORT.

db-upgraded = La base de données est à jour.
db-sound = La base de données est à jour et entière.
db-copied = Copie écrite : { $file }. La clé secrète n’y est pas : gardez-la ailleurs.
db-restored = La base de données est remise depuis { $file }.

keys-missing = Le fichier de clés manque ({ $file }), et la base de données contient déjà des données chiffrées : une clé neuve ne pourrait pas les lire. Rien n’a été changé. Remettez la copie de ce fichier, ou réglez SOLIPACTE_SECRET_KEY_FILE. Si elle est perdue, ces données le sont aussi : mettez la base de côté pour repartir de zéro.
keys-other = Le fichier de clés { $file } n’ouvre pas cette base de données : c’est un autre fichier, ou une copie d’avant « solipacte keys rotate ». Rien n’a été changé. Remettez le bon fichier de clés, ou réglez SOLIPACTE_SECRET_KEY_FILE.
keys-another = Un autre programme change les clés en ce moment : attendez qu’il ait fini.
keys-unwritable = Le fichier de clés { $file } ne peut pas être écrit : { $reason }.
keys-progress = Rechiffré : { $done } sur { $total }
keys-rotated = C’est fait : une nouvelle clé chiffre tout ({ $count } valeurs rechiffrées). Un robot qui sert l’utilise déjà.
keys-broken = { $count } valeurs ne s’ouvraient déjà plus avec aucune clé : elles sont restées comme elles étaient.
keys-copy = Copiez maintenant le fichier { $file } là où vous gardez la clé : l’ancienne copie n’ouvre pas ce qui est chiffré depuis.
keys-forgotten = Anciennes clés oubliées : { $count }. Les sauvegardes faites avant la rotation ne s’ouvrent plus.
keys-none-old = Il n’y a pas d’ancienne clé à oublier.

doctor-ok = ✓ { $what }
doctor-later = • { $what }
doctor-bad = ✗ { $what }
doctor-settings = Réglages lisibles
doctor-database = Base de données à jour et entière
doctor-key-safe = Clé secrète protégée
doctor-key-inside = La clé secrète est dans le dossier des données : en production, mettez-la ailleurs (SOLIPACTE_SECRET_KEY_FILE), pour qu’une copie des données ne l’emporte pas.
doctor-keys-older = Anciennes clés encore gardées : { $count }. Quand les sauvegardes d’avant la rotation sont effacées (14 jours), oubliez-les : solipacte keys rotate --forget-old
doctor-communes = { $count } communes lues
doctor-directory = { $count } services dans l’annuaire
doctor-directory-empty = L’annuaire est vide : importez des services (solipacte import data-inclusion DOSSIER).
doctor-directory-fictional = L’annuaire est une démonstration fictive : importez de vrais services avant d’ouvrir au public.
doctor-numbers = Numéros d’urgence signés et vérifiés depuis moins de 180 jours
doctor-numbers-old = À vérifier auprès de la source, puis à dater dans la table des numéros : { $numbers }
doctor-numbers-broken = La table des numéros d’urgence a été modifiée sans être signée à nouveau.
doctor-notice = Mentions légales remplies
doctor-notice-missing = Mentions légales incomplètes : réglez { $names }.
doctor-mail = Courriel : le serveur nous prend les messages
doctor-mail-none = Courriel : non réglé, aucun message ne partira par là (SOLIPACTE_SMTP_URL, SOLIPACTE_SMTP_FROM).
doctor-mail-unreachable = Courriel : le serveur ne répond pas. Vérifiez le nom et le port dans SOLIPACTE_SMTP_URL, et que cette machine a le droit d’y aller.
doctor-mail-busy = Courriel : le serveur dit d’attendre. Solipacte réessaie de lui-même ; si cela dure, demandez à qui tient le serveur.
doctor-mail-certificate = Courriel : le certificat du serveur n’est pas valable pour le nom écrit dans SOLIPACTE_SMTP_URL. Écrivez le nom que porte le certificat, ou faites renouveler celui-ci.
doctor-mail-handshake = Courriel : le chiffrement avec le serveur échoue. Sur le port 465 écrivez smtps://, sur le port 587 smtp:// (SOLIPACTE_SMTP_URL).
doctor-mail-encryption = Courriel : le serveur ne propose pas de chiffrement (STARTTLS), et le mot de passe voyagerait en clair. Prenez le port qui chiffre, ou smtps:// (SOLIPACTE_SMTP_URL).
doctor-mail-password = Courriel : le serveur refuse le compte ou le mot de passe. Corrigez SOLIPACTE_SMTP_URL.
doctor-mail-account = Courriel : le serveur veut un compte, ou n’en veut pas sur ce port. Corrigez SOLIPACTE_SMTP_URL.
doctor-mail-sender = Courriel : le serveur ne laisse pas ce compte écrire au nom de SOLIPACTE_SMTP_FROM. Mettez-y une adresse qu’il accepte.
doctor-problem = { $problem }

poster-done = Affiche écrite : { $file }. Elle mène à { $address }. Ouvrez-la dans un navigateur et imprimez-la en A4.
poster-need = Je ne connais pas le besoin « { $need } ». Choisissez parmi : { $needs }.
poster-which = Je ne suis pas sûr de la commune « { $name } » : { $communes }. Donnez son code.
poster-nowhere = Je ne connais pas la commune « { $name } » : donnez son code INSEE, par exemple 44109.
poster-exists = { $file } existe déjà : choisissez un autre nom, ou ajoutez --force.
poster-bot = Je ne connais pas le nom du robot sur Telegram : ajoutez --bot NOM, ou réglez SOLIPACTE_TELEGRAM_TOKEN (Telegram doit répondre).
poster-unwritable = { $file } ne peut pas être écrit : { $reason }.
