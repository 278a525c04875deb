"""Acts of schools: courses and who took them, figures, certificates, systems."""

from tejido.adaptation import forms as adaptation
from tejido.certificates import forms as certificates
from tejido.experience import forms as experience
from tejido.figures import forms as figures
from tejido.lineage import forms as lineage
from tejido.lti import forms as lti
from tejido.records import forms as records
from tejido.schools import forms as schools

from .kinds import Acts

ACTS: Acts = {
    "schools:new": (schools.SchoolForm,),
    "schools:followers": (schools.FollowerForm,),
    "schools:ends": (schools.EndForm,),
    "schools:obligation_releases": (adaptation.AudienceForm,),
    "schools:obligation_withdrawals": (),
    "schools:obligation_strikings": (schools.StrikeForm,),
    "schools:delivery": ("seen",),
    "schools:lifts": (),
    "schools:new_obligation": (schools.ObligationForm,),
    "schools:new_target": (schools.TargetForm,),
    "schools:files": (schools.FileForm,),
    "schools:changes": (schools.SchoolForm, schools.ReportForm),
    "schools:spaces": (),
    "schools:releases": (adaptation.AudienceForm,),
    "schools:withdrawals": (),
    "schools:strikings": (schools.StrikeForm,),
    "records:new_cohort": (records.CohortForm,),
    "records:cohort_changing": (records.CohortForm,),
    "records:new_list": (records.ListForm,),
    "records:list": (records.LinesForm,),
    "records:list_removals": (),
    "records:countersignatures": (records.SeenForm,),
    "records:scans": (records.ScanForm,),
    "records:scan_removals": (),
    "records:imports": (records.FileForm,),
    "records:mappings": (records.MappingForm,),
    "records:entries": (),
    "records:leavings": (),
    "records:undoings": (),
    "figures:drafts": (figures.CountForm,),
    "figures:releases": (figures.SeenForm,),
    "figures:corrections": (),
    "figures:withdrawals": (),
    "figures:publications": (figures.PublishForm,),
    "figures:endings": (),
    "certificates:wording": (certificates.WordingForm,),
    "certificates:issues": (certificates.SeenForm,),
    "certificates:revocations": (certificates.RevokeForm,),
    "certificates:reissues": (certificates.ReissueForm,),
    "certificates:ends": (),
    "lineage:new": (lineage.TrainerForm,),
    "lineage:authorisations": (lineage.AuthorisationForm,),
    "lineage:authorisation_withdrawals": (lineage.WithdrawalForm,),
    "lineage:cohort": (lineage.TrainersForm,),
    "lineage:releases": (lineage.YearForm,),
    "lineage:showings": (adaptation.AudienceForm,),
    "lineage:withdrawals": (),
    "lti:home": (lti.BeginForm,),
    "lti:descriptions": (lti.DescriptionForm,),
    "lti:openings": (),
    "lti:closings": (),
    "lti:retries": (),
    "lti:links": (lti.LinkForm,),
    "lti:link_removals": (),
    "experience:revocations": (),
    "experience:settings": (experience.SettingForm,),
    "experience:links": (experience.LinkForm,),
    "experience:endings": (),
}
