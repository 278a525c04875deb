"""The apps whose part of the matrix has one shape: `fill`, `asks` and `DOORS`."""

import matrix_annual
import matrix_api
import matrix_certificates
import matrix_cooperation
import matrix_correspondence
import matrix_custody
import matrix_digest
import matrix_discussions
import matrix_exchange
import matrix_experience
import matrix_figures
import matrix_indicators
import matrix_lineage
import matrix_lti
import matrix_modules
import matrix_packages
import matrix_practices
import matrix_programmes
import matrix_promotion
import matrix_records
import matrix_regional
import matrix_reporting
import matrix_reviews
import matrix_risk
import matrix_schools
import matrix_takeout
import matrix_tiers
import matrix_tour

NEWER = (
    matrix_tiers, matrix_schools, matrix_lineage,
    matrix_certificates, matrix_records, matrix_packages, matrix_lti, matrix_experience, matrix_figures,
    matrix_risk, matrix_promotion, matrix_programmes, matrix_indicators, matrix_reviews, matrix_reporting,
    matrix_practices, matrix_cooperation, matrix_regional, matrix_modules, matrix_discussions,
    matrix_annual, matrix_custody,
    matrix_exchange,
    matrix_correspondence,
    matrix_tour,
    matrix_digest,
    matrix_api,
    matrix_takeout,
)  # fmt: skip  # in the order of their apps, so that one may use what another has filled
