export default {
  heading: "Deltag i værkstedet",
};
