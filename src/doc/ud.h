// SPDX-License-Identifier: Apache-2.0
// Universal Dependencies v2: word classes, relations and the features that rules ask for.
#pragma once
#include <cstdint>
#include <string_view>

namespace kilde::doc {

enum class Upos : std::uint8_t {
  kAdj, kAdp, kAdv, kAux, kCconj, kDet, kIntj, kNoun, kNum, kPart, kPron, kPropn, kPunct, kSconj, kSym, kVerb, kX
};
inline constexpr int kUposCount = 17;

std::string_view name(Upos upos);                   // "ADJ"
bool parse_upos(std::string_view text, Upos& out);  // false when it is none

// Relations with the subtypes that our treebanks use. An unknown subtype falls back to its universal part.
enum class Deprel : std::uint8_t {
  kRoot, kAcl, kAclCleft, kAclRelcl, kAdvcl, kAdvclCleft, kAdvclRelcl, kAdvmod, kAdvmodEmph, kAdvmodLmod, kAmod, kAppos,
  kAux, kAuxPass, kCase, kCc, kCcPreconj, kCcomp, kClf, kCompound, kCompoundPrt, kConj, kCop, kCsubj, kCsubjOuter,
  kCsubjPass, kDep, kDet, kDetPredet, kDiscourse, kDislocated, kExpl, kExplPv, kFixed, kFlat, kFlatForeign, kFlatName,
  kFlatTitle, kGoeswith, kIobj, kList, kMark, kNmod, kNmodDesc, kNmodNpmod, kNmodPoss, kNmodTmod, kNmodUnmarked, kNsubj,
  kNsubjOuter, kNsubjPass, kNummod, kNummodGov, kObj, kObl, kOblAgent, kOblLmod, kOblLoc, kOblNpmod, kOblTmod,
  kOblUnmarked, kOrphan, kParataxis, kPunct, kReparandum, kVocative, kXcomp
};
inline constexpr int kDeprelCount = static_cast<int>(Deprel::kXcomp) + 1;

std::string_view name(Deprel deprel);                   // "nsubj:pass"
bool parse_deprel(std::string_view text, Deprel& out);  // falls back to the universal part; false when that is unknown
Deprel universal(Deprel deprel);                        // nsubj:pass -> nsubj

// One bit for each Feature=Value that rules use; anything else stays readable in SyntaxTable::feats.
enum class Feat : std::uint8_t {
  kVerbFormFin, kVerbFormInf, kVerbFormPart, kVerbFormGer, kVerbFormSup, kTensePast, kTensePres, kMoodInd, kMoodImp,
  kMoodSub, kVoiceAct, kVoicePass, kNumberSing, kNumberPlur, kPerson1, kPerson2, kPerson3, kDefiniteDef, kDefiniteInd,
  kCaseNom, kCaseAcc, kCaseGen, kDegreePos, kDegreeCmp, kDegreeSup, kGenderCom, kGenderNeut, kGenderMasc, kGenderFem,
  kPronTypePrs, kPronTypeDem, kPronTypeInd, kPronTypeInt, kPronTypeRel, kPronTypeArt, kPronTypeNeg, kPronTypeTot,
  kPronTypeRcp, kPossYes, kReflexYes, kPolarityNeg, kNumTypeCard, kNumTypeOrd, kForeignYes, kAbbrYes, kPartTypeInf
};
inline constexpr int kFeatCount = static_cast<int>(Feat::kPartTypeInf) + 1;
static_assert(kFeatCount <= 64);

using FeatBits = std::uint64_t;
constexpr FeatBits bit(Feat feat) { return FeatBits{1} << static_cast<int>(feat); }

std::string_view name(Feat feat);                      // "VerbForm=Fin"
bool parse_feat(std::string_view text, Feat& out);     // one "Name=Value"
FeatBits parse_feats(std::string_view conllu_column);  // "Mood=Ind|Tense=Pres"; "_" and unknown pairs give nothing

}  // namespace kilde::doc
