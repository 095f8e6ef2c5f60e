"""The words of the invented company's financial statements."""

FIRM = "Example & Daughter Trading Sdn. Bhd."
AUDITOR = "Specimen, Muster & Partners"

DIRECTORS = (
    "The directors present their report and the audited financial statements of the company for the year ended 31 December 2025.",
    (
        "Principal activities. The company trades in industrial sensors and in spare parts for packaging machines. There was no "
        "significant change in these activities during the year."
    ),
    (
        "Results. Profit for the year amounted to RM 780,000. A dividend of RM 0.60 a share, RM 300,000 in all, was paid on 30 June 2025 "
        "in respect of the year before. The directors do not recommend a further dividend."
    ),
    "Directors. Those who served during the year were Mr CHAN Siu Ming and Ms TAN Contoh.",
    (
        "Directors' interests. On 1 January 2025 and on 31 December 2025 Mr CHAN Siu Ming held 300,000 ordinary shares and Ms TAN Contoh "
        "200,000 ordinary shares. Neither bought nor sold any share during the year."
    ),
    "Auditors. Specimen, Muster & Partners have expressed their willingness to continue in office.",
    "Signed on behalf of the board in accordance with a resolution dated 20 March 2026.",
)

OPINION = (
    "To the members of Example & Daughter Trading Sdn. Bhd.",
    (
        "Opinion. We have audited the financial statements of the company, which comprise the statement of financial position as at "
        "31 December 2025, and the statements of comprehensive income, changes in equity and cash flows for the year then ended, and "
        "notes to the financial statements."
    ),
    (
        "In our opinion, the accompanying financial statements give a true and fair view of the financial position of the company as at "
        "31 December 2025 and of its financial performance and its cash flows for the year then ended."
    ),
    (
        "Basis for opinion. We conducted our audit in accordance with approved standards on auditing. Our responsibilities under those "
        "standards are described in the section on the auditors' responsibilities. We believe that the audit evidence we have obtained "
        "is sufficient and appropriate to provide a basis for our opinion."
    ),
    "Independence. We are independent of the company and have fulfilled our other ethical responsibilities.",
    (
        "Information other than the financial statements. The directors are responsible for the other information, which comprises the "
        "directors' report. Our opinion does not cover it, and we express no assurance on it."
    ),
)

DUTIES = (
    (
        "Responsibilities of the directors. The directors are responsible for the preparation of financial statements that give a true and "
        "fair view, and for such internal control as they determine is necessary to enable the preparation of financial statements that "
        "are free from material misstatement, whether due to fraud or error."
    ),
    (
        "In preparing the financial statements the directors are responsible for assessing the company's ability to continue as a going "
        "concern, disclosing, as applicable, matters related to going concern."
    ),
    (
        "Auditors' responsibilities. Our objectives are to obtain reasonable assurance about whether the financial statements as a whole "
        "are free from material misstatement, and to issue a report that includes our opinion. Reasonable assurance is a high level of "
        "assurance, but is not a guarantee that an audit will always detect a material misstatement when it exists."
    ),
    (
        "As part of an audit we exercise professional judgement and maintain professional scepticism throughout. We identify and assess the "
        "risks of material misstatement, obtain an understanding of internal control relevant to the audit, and evaluate the accounting "
        "policies used and the estimates made by the directors."
    ),
    (
        "Other matters. This report is made solely to the members of the company, as a body, and for no other purpose. Being a specimen, "
        "it was made by nobody and audits nothing."
    ),
)

NOTES_1 = (
    (
        "1. General. The company is a private company limited by shares, incorporated and resident in Malaysia (registration number "
        "000000-X). Its registered office is at 0 Lorong Contoh, George Town, Penang."
    ),
    (
        "2. Basis of preparation. The financial statements are prepared under the historical cost convention and presented in ringgit "
        "Malaysia (RM), which is also the functional currency."
    ),
    (
        "3. Significant accounting policies. (a) Revenue is recognised when control of the goods passes to the customer. (b) Plant and "
        "equipment is stated at cost less accumulated depreciation; it is written off on a straight line over five to ten years. "
        "(c) Inventories are stated at the lower of cost and net realisable value, cost being determined first in, first out. "
        "(d) Receivables are stated at amortised cost less expected credit losses. (e) Current tax is the expected amount payable on "
        "the taxable profit of the year."
    ),
    "4. Revenue. Revenue arises from the sale of goods, at a point in time: sensors RM 4,105,000, spare parts RM 2,315,000.",
)

NOTES_2 = (
    (
        "5. Profit before tax is stated after charging: depreciation of plant and equipment RM 84,000, depreciation of the right of use "
        "RM 34,000, auditors' remuneration RM 22,000, staff costs RM 564,000."
    ),
    "6. Taxation. Current tax for the year RM 246,000, at the statutory rate of 24 per cent on the taxable profit.",
    "7. Related parties. Rent of RM 36,000 was paid to a director, Ms TAN Contoh, on terms agreed between the parties.",
)

NOTES_3 = (
    (
        "8. Share capital. Issued and fully paid: 500,000 ordinary shares of RM 1.00 each. No share was issued, bought back or "
        "transferred during the year."
    ),
    "9. Bank loan. The loan bears interest at 4.9 per cent a year, is secured on inventories and repayable by 2027.",
    "10. Events after the year's end. None that would call for a disclosure.",
)
