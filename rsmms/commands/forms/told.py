"""What a reporter is answered, in plain French and English, when no proposal can be made; ``said`` is quoted already."""

from rsmms.problems.messages import Message

MISSING = Message("Il manque : {fields}. Écrivez-le sous son titre, en modifiant votre message.",
                  "Missing: {fields}. Write it below its heading, by editing your message.")  # fmt: skip
NO_RIGHT = Message("Vous ne connaissez pas le bon numéro. Merci tout de même : une personne va le chercher.",
                   "You do not know the right number. Thank you all the same: somebody will look for it.")  # fmt: skip
NOT_AGREED = Message("La case du bas n’est pas cochée. Relisez votre message : il est public, et ne doit nommer personne. Puis cochez-la.",
                     "The box at the end is not ticked. Read your message again: it is public, and must name nobody. Then tick it.")  # fmt: skip
UNKNOWN_CONTACT = Message("Aucun contact du site ne s’appelle {said}. Laissez ce champ vide, ou prenez le lien « Signaler » sous le contact.",
                          "No contact of the site is called {said}. Leave that field empty, or use the link “Report” below the contact.")  # fmt: skip
UNKNOWN_NUMBER = Message(
    "{said} n’est écrit chez aucun contact. Copiez-le tel quel. Un numéro d’urgence d’un pays est corrigé par une personne, qui lira votre message.",
    "{said} stands at no contact. Copy it from the page as it is. Emergency numbers of a country are corrected by a person, who will read your message.",
)  # fmt: skip
SEVERAL = Message("{said} est écrit chez plusieurs contacts ({contacts}). Écrivez dans « Contact » celui que vous voulez dire.",
                  "{said} stands at several contacts ({contacts}). Write in “Contact” which one you mean.")  # fmt: skip
GONE = Message("{said} n’est plus écrit chez {contact}. Aujourd’hui on y lit : {now}. Quelqu’un l’a peut-être déjà corrigé.",
               "{said} no longer stands at {contact}. Today it says: {now}. Somebody may have corrected it already.")  # fmt: skip
TWO_NUMBERS = Message("{said} : il y a plus d’une réponse ici. Envoyez un formulaire pour chaque numéro ou adresse à changer.",
                      "{said}: there is more than one answer here. Send one form for each number or address to change.")  # fmt: skip
NO_NUMBER = Message("{said} n’est pas un numéro de téléphone de ce pays. Écrivez-le avec + et l’indicatif, par exemple +22822213334.",
                    "{said} is no phone number of this country. Write it with + and the country code, for example +22822213334.")  # fmt: skip
OTHER_KIND = Message("{said} ne peut pas prendre cette place. Une adresse électronique remplace une adresse électronique, une page (https://…) une page.",
                     "{said} cannot stand in this place. An e-mail address replaces an e-mail address, a page (https://…) a page.")  # fmt: skip
SAME = Message("L’ancien et le nouveau sont les mêmes : {said}.", "The old and the new one are the same: {said}.")
ALREADY = Message("{said} est déjà écrit chez {contact}.", "{said} stands at {contact} already.")
NOT_CHOSEN = Message("« {field} » : {said} n’est pas un choix du formulaire. Reprenez une de ses réponses, mot pour mot.",
                     "“{field}”: {said} is no choice of the form. Take one of its answers, word for word.")  # fmt: skip
NO_DAY = Message("{said} n’est pas un jour passé. Écrivez-le ainsi : 2026-11-28.", "{said} is no past day. Write it like this: 2026-11-28.")
NO_PAGE = Message("Vous dites qu’une page l’écrit. Donnez son adresse entière : https://…", "You say that a page has it. Give its whole address: https://…")
TWO_PAGES = Message("Vous donnez plusieurs adresses. Gardez celle de la page qui dit le nouveau numéro.",
                    "You give several addresses. Keep that of the page which has the new number.")  # fmt: skip
HEAD = Message("Merci. Ce message n’a pas pu devenir une proposition :", "Thank you. This message could not become a proposal:")
TAIL = Message("Modifiez votre message (…, puis « Modifier ») : le programme le relit. Sinon une personne le lira. Rien n’est changé sur le site.",
               "Edit your message (…, then “Edit”): the program reads it again. If not, somebody will read it. Nothing has changed on the site.")  # fmt: skip
CHECK = Message("Le contrôle du site a refusé ce changement :", "The site’s check refused this change:")
HOW = (
    Message("a appelé, et on lui a répondu", "called, and somebody answered"),
    Message("l’a lu sur une page", "read it on a page"),
    Message("l’a appris de l’organisation", "was told so by the organisation"),
    Message("le sait autrement", "knows it in another way"),
)
"""How one knows, in the order of the form."""
NO_ROLE = Message("autre personne", "somebody else")
UNSURE = Message(
    "Personne du réseau n’a appelé et aucune page ne le dit : la ligne est marquée « à confirmer ». Appelez avant d’accepter.",
    "Nobody of the network called and no page says so: the line is marked “to be confirmed”. Call before you accept.",
)
LOOK = Message(
    "Rien n’est publié avant qu’une personne accepte. Le contrôle du site accepte ce changement. Vérifiez encore la source.",
    "Nothing is published before somebody accepts. The site’s check accepts this change. Still look at the source.",
)
NEW_SOURCE = Message("Une source est ajoutée : corrigez son éditeur et son titre.", "A source is added: mend its publisher and title.")
ROWS = (
    Message("Contact", "Contact"), Message("Avant", "Before"), Message("Après", "After"), Message("Comment", "How"), Message("Rôle", "Role"),
    Message("Jour", "Day"),
)  # fmt: skip
WORDS = Message("Les mots du message, tels quels :", "The words of the message, as they are:")
