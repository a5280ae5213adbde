"""Who does what: partners with their tasks, who has the lead, and where the client is led to."""

from caseplanner.addresses import Addresses
from caseplanner.dossier import lead, partners, volunteers
from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.ui import dates
from caseplanner.ui.parted_page import PartedPage
from caseplanner.ui.volunteers.part import VolunteersPart
from caseplanner.ui.who.lead import LeadPart
from caseplanner.ui.who.overview import OverviewPart
from caseplanner.ui.who.partners import PartnersPart
from caseplanner.ui.who.referrals import ReferralsPart
from caseplanner.words import _, count


class WhoPage(PartedPage):
    def __init__(self, session: Session, addresses: Addresses) -> None:
        super().__init__(
            session,
            "who",
            _("Who does what"),
            _("So that everybody knows who does it, and nobody waits for somebody else."),
            {
                "overview": (_("Overview"), OverviewPart),
                "partners": (_("Partners"), lambda editing: PartnersPart(editing, addresses)),
                "lead": (_("Who has the lead"), LeadPart),
                "referrals": (_("Led to help"), ReferralsPart),
                "volunteers": (_("Volunteer"), VolunteersPart),
            },
        )

    def tell(self, dossier: Dossier) -> None:
        ways = self.parts.list
        none = _("empty")
        ways["overview"].tell(_("Everything together"), ("list-checks", "ink2"))
        ways["partners"].tell(partners.in_few_words(dossier) or none, ("handshake", "ink2"))
        held = lead.now(dossier, dates.today()) or lead.next_(dossier, dates.today())
        ways["lead"].tell(lead.who(held) if held else none, ("flag", "ink2"))
        many = len(dossier.referrals)
        told = count("{n} written down", "{n} written down", many) if many else none
        ways["referrals"].tell(told, ("arrow-right", "ink2"))
        ways["volunteers"].tell(volunteers.at_a_glance(dossier), ("hand-helping", "ink2"))
